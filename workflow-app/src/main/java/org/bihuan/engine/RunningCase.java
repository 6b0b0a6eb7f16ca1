package org.bihuan.engine;

/**
 * What {@code execution} means in an expression of a process model: the case, and not the engine's object, behind which
 * the whole engine would lie open.
 *
 * @param caseNumber business key of the process
 */
public record RunningCase(String caseNumber) {}
