package org.bihuan.rights;

/** The finest thing that the policy says. */
record Rule(Verb verb, Party party, Relation relation, Answer answer) {

    /** Whether it forbids something to the one who did what is to be judged. */
    boolean never() {
        return relation == Relation.DOER;
    }

    @Override
    public String toString() {
        return verb.key() + " " + party.name() + " " + relation + " " + (never() ? "never" : answer);
    }
}
