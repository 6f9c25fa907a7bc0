package acme;

/** A bean: two of them with the same values are two. */
public class Ship {
    private final String name;
    private int guns;

    public Ship(String name, int guns) {
        this.name = name;
        this.guns = guns;
    }

    public String getName() {
        return name;
    }

    public int getGuns() {
        return guns;
    }

    public void setGuns(int guns) {
        this.guns = guns;
    }
}
