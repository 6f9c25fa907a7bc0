package org.demarche.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Cost against size, both on scales of powers of ten, as an SVG that can be read on light and on dark ground. Every line has its name at
 * its end.
 */
public final class Chart {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 420;
    private static final int LEFT = 74;
    private static final int RIGHT = 280;
    private static final int TOP = 44;
    private static final int BOTTOM = 52;
    private static final int LINE = 15;
    private static final List<String> COLOURS =
            List.of("#d1495b", "#3a86c8", "#c98a1b", "#2a9d6f", "#8e6bbf", "#7a8794", "#b5651d");

    private final String title;
    private final String size;
    private final String cost;
    private final DoubleFunction<String> unit;
    private final Map<String, List<double[]>> lines = new LinkedHashMap<>();

    /**
     * @param size what is on the lower scale
     * @param cost what is on the left scale
     * @param unit how a cost is written
     */
    public Chart(String title, String size, String cost, DoubleFunction<String> unit) {
        this.title = title;
        this.size = size;
        this.cost = cost;
        this.unit = unit;
    }

    public void add(String line, double atSize, double costs) {
        lines.computeIfAbsent(line, any -> new ArrayList<>()).add(new double[] {atSize, costs});
    }

    public String svg() {
        Scale across = scale(0, LEFT, WIDTH - RIGHT, false);
        Scale up = scale(1, HEIGHT - BOTTOM, TOP, true);
        StringBuilder svg = new StringBuilder(head());
        grid(svg, across, up);
        Map<String, Double> ends = ends(up);
        int number = 0;
        for (Map.Entry<String, List<double[]>> line : lines.entrySet()) {
            draw(svg, line, across, up, ends.getOrDefault(line.getKey(), 0.0), COLOURS.get(number++ % COLOURS.size()));
        }
        return svg.append("</svg>\n").toString();
    }

    private String head() {
        return format("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="%3$s">
                <style>
                text { font: 12px sans-serif; fill: #24292f; }
                .title { font-size: 14px; font-weight: 600; }
                .grid { stroke: #8c959f; stroke-opacity: 0.35; }
                .small { fill: #57606a; }
                @media (prefers-color-scheme: dark) { text { fill: #e6edf3; } .small { fill: #9198a1; } }
                </style>
                <text class="title" x="%4$d" y="22">%3$s</text>
                """, WIDTH, HEIGHT, escaped(title), LEFT);
    }

    private void grid(StringBuilder svg, Scale across, Scale up) {
        for (double at : across.marks()) {
            double x = across.place(at);
            svg.append(format(
                    "<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n",
                    x, TOP, x, HEIGHT - BOTTOM));
            svg.append(format(
                    "<text class=\"small\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    x, HEIGHT - BOTTOM + 18, Units.count(at)));
        }
        for (double at : up.marks()) {
            double y = up.place(at);
            svg.append(format(
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>%n", LEFT, y, WIDTH - RIGHT, y));
            svg.append(format(
                    "<text class=\"small\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT - 6, y + 4, escaped(unit.apply(at))));
        }
        svg.append(format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, escaped(size)));
        svg.append(format("<text class=\"small\" x=\"%d\" y=\"%d\">%s</text>%n", LEFT, TOP - 6, escaped(cost)));
    }

    private static void draw(
            StringBuilder svg,
            Map.Entry<String, List<double[]>> line,
            Scale across,
            Scale up,
            double end,
            String colour) {
        StringBuilder path = new StringBuilder();
        for (double[] point : line.getValue()) {
            double x = across.place(point[0]);
            double y = up.place(point[1]);
            path.append(format("%.1f,%.1f ", x, y));
            svg.append(format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", x, y, colour));
        }
        double[] last = line.getValue().get(line.getValue().size() - 1);
        svg.append(format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                path.toString().strip(), colour));
        double x = across.place(last[0]);
        svg.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-opacity=\"0.5\"/>%n",
                x + 4, up.place(last[1]), x + 14, end, colour));
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\">%s</text>%n", x + 18, end + 4, escaped(line.getKey())));
    }

    /** Where the name of each line stands, so that none is written over another. */
    private Map<String, Double> ends(Scale up) {
        Map<String, Double> ends = new LinkedHashMap<>();
        double[] lowest = {TOP - LINE};
        lines.entrySet().stream()
                .sorted((one, other) -> Double.compare(last(up, one), last(up, other)))
                .forEach(line -> {
                    lowest[0] = Math.max(lowest[0] + LINE, last(up, line));
                    ends.put(line.getKey(), lowest[0]);
                });
        return ends;
    }

    private static double last(Scale up, Map.Entry<String, List<double[]>> line) {
        return up.place(line.getValue().get(line.getValue().size() - 1)[1]);
    }

    /** @param whole whether it begins and ends with a power of ten */
    private Scale scale(int of, int from, int to, boolean whole) {
        double least = lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(each -> each[of])
                .min()
                .orElse(1);
        double most = lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(each -> each[of])
                .max()
                .orElse(10);
        double low = Math.log10(least);
        double high = Math.log10(most);
        return whole
                ? new Scale(Math.floor(low), Math.max(Math.ceil(high), Math.floor(low) + 1), from, to)
                : new Scale(low, Math.max(high, low + 0.1), from, to);
    }

    private record Scale(double low, double high, int from, int to) {

        double place(double value) {
            return from + (Math.log10(value) - low) / (high - low) * (to - from);
        }

        List<Double> marks() {
            List<Double> marks = new ArrayList<>();
            // Powers of ten, and where there are few of them their triples.
            boolean few = high - low < 3;
            for (int power = (int) Math.floor(low); power <= high + 0.001; power++) {
                for (double factor : few ? new double[] {1, 3} : new double[] {1}) {
                    double at = factor * Math.pow(10, power);
                    if (Math.log10(at) > low - 0.001 && Math.log10(at) < high + 0.001) {
                        marks.add(at);
                    }
                }
            }
            return marks;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
