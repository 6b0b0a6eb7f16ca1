package org.bihuan.model;

/** What became of a draft. Only {@link #DRAFT} can change. */
public enum DraftState {
    DRAFT,
    APPROVED,
    REJECTED,
    WITHDRAWN
}
