package org.bihuan.rights;

/** How what is asked about lies to a post of the person who asks. */
public enum Relation {
    /** The verb has no object, or it does not matter where that lies. */
    ANYWHERE,
    /** One of my posts holds it, whatever unit it lies at. */
    OWN,
    OWN_UNIT,
    /** It lies below my unit. */
    CHILD,
    /** It lies above my unit. */
    PARENT,
    /** Its unit and mine lie directly below the same unit. */
    SIBLING,
    OTHER_BRANCH,
    /** It lies at or below a unit where I held a post that has ended. */
    FORMER_UNIT,
    /** Somebody entitled asked me to sign, copied it to me, handed it to me or mentioned me, wherever it lies. */
    INVOLVED,
    /** I am the one who did what is to be judged, or whose account it is. Only for rules that say never. */
    DOER;

    /** How a unit lies to a post's unit; both as paths of ids from the root, {@code /1/5/23/}. */
    static Relation of(String unitPath, String postPath) {
        if (unitPath.equals(postPath)) {
            return OWN_UNIT;
        }
        if (unitPath.startsWith(postPath)) {
            return CHILD;
        }
        if (postPath.startsWith(unitPath)) {
            return PARENT;
        }
        String above = above(unitPath);
        return above.length() > 1 && above.equals(above(postPath)) ? SIBLING : OTHER_BRANCH;
    }

    private static String above(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }
}
