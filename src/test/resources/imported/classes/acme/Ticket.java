package acme;

/** Is another one each time it is made. */
public record Ticket(String name) {

    private static int count;

    public Ticket {
        name = name + count++;
    }
}
