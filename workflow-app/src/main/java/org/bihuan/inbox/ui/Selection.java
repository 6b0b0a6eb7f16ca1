package org.bihuan.inbox.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which rows of the list are chosen for something that is done with several at once. */
final class Selection {

    private final Set<String> keys = new LinkedHashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    boolean holds(String key) {
        return keys.contains(key);
    }

    int size() {
        return keys.size();
    }

    void set(String key, boolean chosen) {
        if (chosen ? keys.add(key) : keys.remove(key)) {
            tell();
        }
    }

    /** Chooses all of these, or none when they all are chosen. */
    void toggle(Collection<String> shown) {
        if (keys.containsAll(shown)) {
            keys.clear();
        } else {
            keys.addAll(shown);
        }
        tell();
    }

    /** Forgets what is shown no longer. */
    void keep(Collection<String> shown) {
        if (keys.retainAll(Set.copyOf(shown))) {
            tell();
        }
    }

    void clear() {
        keep(List.of());
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
