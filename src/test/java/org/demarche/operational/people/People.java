package org.demarche.operational.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.Getter;
import lombok.Value;

/** Classes of the kinds that rules elsewhere match. */
public final class People {

    private People() {}

    public enum Sex {
        FEMALE,
        MALE
    }

    public record Address(String street, int number) {}

    /** A record with everything in it. */
    public record Person(
            String name,
            Sex sex,
            Address address,
            List<Address> others,
            Map<String, Integer> marks,
            Set<Sex> sexes,
            int[] numbers,
            LocalDate born,
            BigDecimal money,
            boolean retired,
            char initial) {}

    /** A bean with setters. */
    @Getter
    public static class Bean {
        private String name = "nobody";
        private long count = 7;
        private Date when = new Date(0);
        private Bean friend;
        private double[] shares;

        public void setName(String name) {
            this.name = name;
        }

        public void setCount(long count) {
            this.count = count;
        }

        public void setWhen(Date when) {
            this.when = when;
        }

        public void setFriend(Bean friend) {
            this.friend = friend;
        }

        public void setShares(double[] shares) {
            this.shares = shares;
        }
    }

    /** A class that Lombok writes: no setters, one constructor. */
    @Value
    public static class Fixed {
        String name;
        int age;
        Optional<String> nick = Optional.empty();
    }

    /** A class without setters, but for what it was made with. */
    public static final class Plain {
        private String name;
        private Integer age;
        private final List<String> notes = new ArrayList<>();

        public String name() {
            return name;
        }

        public Integer getAge() {
            return age;
        }

        public List<String> getNotes() {
            return List.copyOf(notes);
        }
    }

    /** What refuses some of its values. */
    public record Adult(String name, int age) {
        public Adult {
            Objects.requireNonNull(name, "the name is missing");
            if (age < 18) {
                throw new IllegalArgumentException("nobody under 18 is an adult");
            }
        }
    }
}
