package org.bihuan.org;

/** What a post does; a post is a role at a unit. */
public enum Role {
    /** 网格员. */
    GRID_WORKER,
    /** 社区工作者. */
    COMMUNITY_STAFF,
    /** 街道经办. */
    STREET_CLERK,
    /** 指挥中心派遣员. */
    DISPATCHER,
    /** 部门经办. */
    DEPARTMENT_STAFF,
    /** 领导: sees what is stuck, handles nothing. */
    LEADER,
    /** 准入委员会秘书. */
    COMMITTEE_SECRETARY,
    /** 准入委员会委员. */
    COMMITTEE_MEMBER,
    /** 准入委员会主任. */
    COMMITTEE_CHAIR,
    /** 系统管理员: units, calendar, catalogues; no accounts, no cases. */
    SYSTEM_ADMINISTRATOR,
    /** 安全管理员: accounts, posts, passwords; no cases, and not the own account. */
    SECURITY_ADMINISTRATOR,
    /** 审计管理员: reads what others did; changes nothing. */
    AUDITOR;

    /** What an account with this role is for. */
    public Duty duty() {
        return switch (this) {
            case SYSTEM_ADMINISTRATOR -> Duty.SYSTEM;
            case SECURITY_ADMINISTRATOR -> Duty.SECURITY;
            case AUDITOR -> Duty.AUDIT;
            default -> Duty.WORK;
        };
    }
}
