package org.bihuan.org;

/**
 * What a member of staff may do changed: an account was shut or opened, a post began or ended, a time as a deputy or with one
 * began or ended.
 * Published in the transaction that changes it.
 */
public record StaffChanged(long staffId) {}
