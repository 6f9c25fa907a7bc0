package other;

public record Move(String who, int steps) {}
