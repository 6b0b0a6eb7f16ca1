package org.bihuan.incident;

/** Where an incident stands; keys of the wording are {@code status.incident.<NAME>}. */
public enum IncidentStatus {
    /** 待派遣: waits for the dispatcher. */
    DISPATCHING,
    /** 待受理: waits for somebody at the responsible post. */
    ASSIGNED,
    /** 处理中: somebody works on it. */
    IN_PROGRESS,
    /** 待核查: handled, waits for the community's check. */
    VERIFYING,
    /** 待评价: verified, waits for the resident. */
    RATING,
    /** 已结案. */
    CLOSED,
    /** 已作废. */
    INVALID,
    /** 已并案. */
    MERGED;

    /** Whether nothing more will happen. */
    public boolean ended() {
        return this == CLOSED || this == INVALID || this == MERGED;
    }

    /** Whether the incident is still being worked on, so that it may be dismissed or added to. */
    public boolean open() {
        return this == DISPATCHING || this == ASSIGNED || this == IN_PROGRESS || this == VERIFYING;
    }
}
