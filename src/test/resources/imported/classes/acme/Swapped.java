package acme;

import java.util.Objects;

/** Takes its values in another order than it has them. */
public final class Swapped {
    private final String from;
    private final String to;

    public Swapped(String to, String from) {
        this.from = from;
        this.to = to;
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Swapped that && from.equals(that.from) && to.equals(that.to);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, to);
    }
}
