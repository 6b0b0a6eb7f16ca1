package org.bihuan.attachment;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.WrappedSession;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.attachment.RejectedPhotoException.Reason;

/** How many photos a visitor without an account may send in one session: several reports, but not a full disk. */
final class AnonymousLimit {

    /** Six reports with all the photos they may have. */
    static final int MOST = 6 * PhotoService.MOST_PHOTOS;

    private static final String COUNT = AnonymousLimit.class.getName();

    private AnonymousLimit() {}

    /**
     * Counts one more photo of this visitor, whether it is taken or refused later: looking at it costs the most.
     *
     * @throws RejectedPhotoException when there were {@link #MOST} before
     */
    static void count(VaadinRequest request) {
        if (request.getUserPrincipal() == null
                && counter(request.getWrappedSession()).incrementAndGet() > MOST) {
            throw new RejectedPhotoException(Reason.TOO_MANY_TODAY);
        }
    }

    /** Uploads of a session run side by side and outside of its lock. */
    private static synchronized AtomicInteger counter(WrappedSession session) {
        if (session.getAttribute(COUNT) instanceof AtomicInteger counter) {
            return counter;
        }
        var counter = new AtomicInteger();
        session.setAttribute(COUNT, counter);
        return counter;
    }
}
