package org.bihuan.attachment;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bihuan.attachment.RejectedPhotoException.Reason;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.rights.CaseReading;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Photos of cases. Residents send photos without an account, so preparing is open to all; who may attach to a case is
 * decided by the family that owns it before it comes here.
 */
@Service
@PreAuthorize("@rights.may('photo.send')")
public class PhotoService {

    /** Photos in one sending. */
    public static final int MOST_PHOTOS = 9;

    private static final Logger LOG = LoggerFactory.getLogger(PhotoService.class);

    private static final int SECONDS_TO_WAIT = 30;

    /** Each decoding takes up to 100 MB for a moment. */
    private final Semaphore decoders = new Semaphore(2, true);

    private final PhotoStore store;
    private final StorageSpace space;
    private final PhotoMapper mapper;
    private final CaseReading reading;
    private final Clock clock;

    PhotoService(PhotoStore store, StorageSpace space, PhotoMapper mapper, CaseReading reading, Clock clock) {
        this.store = store;
        this.space = space;
        this.mapper = mapper;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * Checks a photo and keeps it waiting as an upright JPEG of at most 2560 pixels, without place, device and time of
     * shooting, together with a thumbnail.
     *
     * @param fileName as the browser sent it, for display only
     * @param data read to the end of the picture or to 20 MB, not closed
     * @throws RejectedPhotoException when it cannot be taken; nothing is kept then
     */
    public PreparedPhoto prepare(String fileName, InputStream data) {
        Path raw = null;
        try {
            store.sweep();
            if (!takesPhotos()) {
                throw new RejectedPhotoException(Reason.NO_SPACE);
            }
            raw = store.receive(data);
            BufferedImage picture = decode(raw);
            UUID id = UUID.randomUUID();
            store.write(id, PhotoSize.FULL, picture);
            store.write(id, PhotoSize.THUMB, PictureDecoder.shrink(picture, PhotoSize.THUMB.longEdge()));
            return new PreparedPhoto(id, FileName.clean(fileName), picture.getWidth(), picture.getHeight());
        } catch (IOException e) {
            LOG.warn("A photo could not be taken in", e);
            throw new RejectedPhotoException(Reason.NOT_STORED, e);
        } finally {
            delete(raw);
        }
    }

    /** Whether there is room for photos; without it people are told, and everything else goes on. */
    public boolean takesPhotos() {
        return !space.now().scarce();
    }

    private BufferedImage decode(Path raw) throws IOException {
        try {
            if (!decoders.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw new RejectedPhotoException(Reason.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedPhotoException(Reason.BUSY, e);
        }
        try {
            return PictureDecoder.decode(raw, PhotoSize.FULL.longEdge());
        } finally {
            decoders.release();
        }
    }

    private static void delete(@Nullable Path raw) {
        try {
            if (raw != null) {
                Files.deleteIfExists(raw);
            }
        } catch (IOException e) {
            LOG.warn("A received file remains until the next sweep: {}", raw, e);
        }
    }

    /** The thumbnail of a photo that waits, as JPEG; empty when it waits no longer. */
    public byte[] preview(PreparedPhoto photo) {
        try {
            return Files.readAllBytes(store.waiting(photo.id(), PhotoSize.THUMB));
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws a photo away that nobody attached. */
    public void discard(PreparedPhoto photo) {
        try {
            store.discard(photo.id());
        } catch (IOException e) {
            LOG.warn("An unused photo remains until the next sweep: {}", photo.id(), e);
        }
    }

    /**
     * Attaches photos to a case inside the caller's transaction. If that rolls back, nothing is stored and the same
     * photos may be attached again.
     *
     * @throws RejectedPhotoException when there are more than {@link #MOST_PHOTOS} or one of them waits no longer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(CaseNumber number, PhotoKind kind, Actor actor, List<PreparedPhoto> photos) {
        if (photos.size() > MOST_PHOTOS) {
            throw new RejectedPhotoException(Reason.TOO_MANY);
        }
        Instant now = clock.instant();
        int position = 0;
        for (PreparedPhoto photo : photos) {
            UUID id = UUID.randomUUID();
            TransactionSynchronizationManager.registerSynchronization(new UndoOnRollback(photo.id(), id));
            store.keep(photo.id(), id);
            mapper.insert(new PhotoRow(
                    id.toString(),
                    number.value(),
                    kind,
                    position++,
                    photo.width(),
                    photo.height(),
                    photo.fileName(),
                    actor.kind(),
                    actor.staffId(),
                    now));
        }
    }

    /**
     * All photos of a case, earliest first.
     *
     * @throws org.bihuan.casefile.CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Photo> photos(CaseNumber number) {
        reading.require(number);
        return of(number);
    }

    /**
     * The same for whoever has the private link of the case.
     *
     * @throws org.bihuan.casefile.CaseNotFoundException when the link is not real
     */
    @PreAuthorize("@rights.may('case.follow')")
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Photo> photosForReporter(String token) {
        return of(reading.requireToken(token));
    }

    private List<Photo> of(CaseNumber number) {
        return mapper.ofCase(number.value()).stream().map(PhotoRow::photo).toList();
    }

    private final class UndoOnRollback implements TransactionSynchronization {

        private final UUID waitingId;

        private final UUID storedId;

        UndoOnRollback(UUID waitingId, UUID storedId) {
            this.waitingId = waitingId;
            this.storedId = storedId;
        }

        /** When the outcome is unknown the files stay: one too many is better than one missing. */
        @Override
        public void afterCompletion(int status) {
            if (status != STATUS_ROLLED_BACK) {
                return;
            }
            try {
                store.letGo(waitingId, storedId);
            } catch (IOException e) {
                LOG.warn("Files of a photo without case remain: {}", storedId, e);
            }
        }
    }
}
