package acme;

/** Two guests with one name are the same. */
public record Guest(String name, int age) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Guest guest && name.equals(guest.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
