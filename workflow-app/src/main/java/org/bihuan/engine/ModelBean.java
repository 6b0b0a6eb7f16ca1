package org.bihuan.engine;

/** A bean that expressions in process models may name; everything else in the program is hidden from them. */
public interface ModelBean {}
