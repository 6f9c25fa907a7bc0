package acme;

/** Compares in a way of its own. */
public record Word(String text) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Word word && text.equalsIgnoreCase(word.text);
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
