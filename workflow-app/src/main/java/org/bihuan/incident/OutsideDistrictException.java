package org.bihuan.incident;

/** The place that was pointed out lies outside the territory. */
public class OutsideDistrictException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
