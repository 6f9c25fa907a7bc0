package acme;

import java.util.List;

public record Crew(String ship, List<String> names) {}
