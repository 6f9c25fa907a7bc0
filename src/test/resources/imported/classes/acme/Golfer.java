package acme;

import java.time.LocalDate;

/** A record that puts its name in order and refuses some values. */
public record Golfer(String name, int position, double handicap, boolean guest, LocalDate since, Status status) {

    public enum Status {
        PLAYING,
        OUT_OF_PLAY
    }

    public static boolean initialised;

    static {
        System.setProperty("demarche.golfer", "initialised");
    }

    public Golfer {
        name = name.strip();
        if (position < 1) {
            throw new IllegalArgumentException("a position begins with 1, and is not " + position);
        }
    }

    public String greeting() {
        return "Hello " + name;
    }
}
