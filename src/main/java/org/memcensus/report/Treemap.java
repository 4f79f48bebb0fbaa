package org.memcensus.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays out numbers as rectangles of such areas, as square as can be: the squarified treemap of Bruls, Huizing and van Wijk
 * (2000).
 */
final class Treemap {
    private final List<Tile> tiles = new ArrayList<>();
    private double x;
    private double y;
    private double width;
    private double height;

    private Treemap(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** A rectangle. */
    record Tile(double x, double y, double width, double height) {}

    /**
     * The rectangle of each number, in their order.
     *
     * @param numbers above 0, the largest first
     * @param width of the whole
     * @param height of the whole
     */
    static List<Tile> of(double[] numbers, double width, double height) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        Treemap map = new Treemap(width, height);
        double[] areas = new double[numbers.length];
        for (int i = 0; i < areas.length; i++) {
            areas[i] = numbers[i] * width * height / sum;
        }
        int from = 0;
        while (from < areas.length) {
            int to = from + 1;
            while (to < areas.length && map.worst(areas, from, to + 1) <= map.worst(areas, from, to)) {
                to++;
            }
            map.row(areas, from, to);
            from = to;
        }
        return List.copyOf(map.tiles);
    }

    /** How far the worst rectangle of a row along the shorter side would be from a square, from 1. */
    private double worst(double[] areas, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += areas[i];
        }
        double side = Math.min(width, height);
        double most = side * side * areas[from] / (sum * sum);
        double least = sum * sum / (side * side * areas[to - 1]);
        return Math.max(most, least);
    }

    private void row(double[] areas, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += areas[i];
        }
        boolean upright = width >= height;
        double side = upright ? height : width;
        double depth = sum / side;
        double along = 0;
        for (int i = from; i < to; i++) {
            double length = areas[i] / depth;
            tiles.add(upright ? new Tile(x, y + along, depth, length) : new Tile(x + along, y, length, depth));
            along += length;
        }
        if (upright) {
            x += depth;
            width -= depth;
        } else {
            y += depth;
            height -= depth;
        }
    }
}
