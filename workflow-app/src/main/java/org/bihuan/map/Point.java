package org.bihuan.map;

/**
 * A place on earth in WGS84 degrees, as phones and browsers report it.
 *
 * @param longitude −180 to 180, east is positive
 * @param latitude −90 to 90, north is positive
 */
public record Point(double longitude, double latitude) {

    /** Refuses what is no place on earth, NaN included. */
    public Point {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("Not a place on earth: " + longitude + ", " + latitude);
        }
    }
}
