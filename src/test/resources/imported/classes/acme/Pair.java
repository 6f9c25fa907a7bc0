package acme;

import java.util.Objects;

/** What Lombok writes for {@code @Value}. */
public final class Pair {
    private final String first;
    private final String second;

    public Pair(String first, String second) {
        this.first = first;
        this.second = second;
    }

    public String getFirst() {
        return first;
    }

    public String getSecond() {
        return second;
    }

    @Override
    public boolean equals(Object o) {
        if (o == this) {
            return true;
        }
        if (!(o instanceof Pair)) {
            return false;
        }
        Pair other = (Pair) o;
        Object thisFirst = getFirst();
        Object otherFirst = other.getFirst();
        if (thisFirst == null ? otherFirst != null : !thisFirst.equals(otherFirst)) {
            return false;
        }
        Object thisSecond = getSecond();
        Object otherSecond = other.getSecond();
        return thisSecond == null ? otherSecond == null : thisSecond.equals(otherSecond);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, second);
    }
}
