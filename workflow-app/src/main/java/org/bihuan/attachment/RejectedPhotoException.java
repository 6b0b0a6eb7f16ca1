package org.bihuan.attachment;

/** A photo cannot be taken in; {@link #reason()} says why in a way that people understand. */
public class RejectedPhotoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public RejectedPhotoException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    RejectedPhotoException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Key of the sentence in the translations. */
    public String translationKey() {
        return reason.translationKey();
    }

    /** Why a photo is refused. */
    public enum Reason {
        EMPTY,
        /** Content is no picture, whatever the name says. */
        NOT_A_PICTURE,
        /** A picture of a kind that is not taken, for example HEIC. */
        UNSUPPORTED_TYPE,
        /** The file has too many bytes. */
        TOO_LARGE,
        TOO_MANY_PIXELS,
        /** The picture ends too early or its data are broken. */
        BROKEN,
        /** More photos than one sending may have. */
        TOO_MANY,
        /** More photos than one visitor without an account may send. */
        TOO_MANY_TODAY,
        /** Prepared so long ago that its files are gone, or attached already. */
        EXPIRED,
        /** Too many others upload at this moment. */
        BUSY,
        /** The connection broke or the disk is full. */
        NOT_STORED,
        /** So little room is left that no photo is taken in at present. */
        NO_SPACE;

        String translationKey() {
            return "photo.rejected." + name();
        }
    }
}
