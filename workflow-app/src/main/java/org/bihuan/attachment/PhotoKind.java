package org.bihuan.attachment;

/** What a photo shows. */
public enum PhotoKind {
    /** 处置前: what the reporter sent. */
    BEFORE,
    /** 处置后: what the handler sent. */
    AFTER,
    /** 补充: what came later. */
    SUPPLEMENT
}
