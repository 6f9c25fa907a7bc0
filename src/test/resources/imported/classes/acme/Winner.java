package acme;

public record Winner(String name, int position) {
    public Winner {
        if (position > 2) {
            throw new IllegalArgumentException("Nobody wins at " + position + ".");
        }
    }

    public Winner(String name) {
        this(name, 1);
    }
}
