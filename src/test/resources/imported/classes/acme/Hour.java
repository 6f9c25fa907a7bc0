package acme;

/** An hour of a clock with twelve of them: 1 and 13 are the same. */
public final class Hour {

    private final int hour;

    public Hour(int hour) {
        this.hour = hour;
    }

    public int getHour() {
        return hour;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hour && ((Hour) other).hour % 12 == hour % 12;
    }

    @Override
    public int hashCode() {
        return hour % 12;
    }
}
