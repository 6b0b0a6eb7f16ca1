package org.bihuan.operation;

/** What became of a proposed repair. */
public enum RepairState {
    /** 待复核: waits for a second administrator. */
    PROPOSED,
    /** 已执行. */
    APPROVED,
    /** 已否决. */
    REJECTED,
    /** 已撤回. */
    WITHDRAWN,
    /** 已失效: the case had moved on by itself. */
    STALE
}
