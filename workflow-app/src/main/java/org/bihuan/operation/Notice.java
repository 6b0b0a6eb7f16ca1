package org.bihuan.operation;

import java.util.List;

/** Something that the frame shows above every page while it lasts; any module may have a bean of it. */
public interface Notice {

    /** What the person who is signed in should see now; empty for most people at most times. Called often. */
    List<Line> lines();

    /**
     * One sentence and the page that says more.
     *
     * @param key of the translations
     * @param arguments its arguments
     * @param route of the page, for example {@code admin/jobs}
     */
    record Line(String key, List<Object> arguments, String route) {}
}
