package org.bihuan.casefile;

/** Points to a case of any family; {@code family} is the word that names the slice, for example {@code incident}. */
public record CaseRef(String family, CaseNumber number) {}
