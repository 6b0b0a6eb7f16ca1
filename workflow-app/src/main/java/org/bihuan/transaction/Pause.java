package org.bihuan.transaction;

/** Waits between two tries, so that those who collided do not collide again. */
@FunctionalInterface
interface Pause {

    void take() throws InterruptedException;
}
