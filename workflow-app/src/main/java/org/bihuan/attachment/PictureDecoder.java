package org.bihuan.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.bihuan.attachment.RejectedPhotoException.Reason;

/**
 * Turns a file that claims to be a picture into plain upright pixels. Size is checked in the header before anything is
 * decoded, and large pictures are decoded with pixels left out, so that memory stays small.
 */
final class PictureDecoder {

    /** 50 megapixels; phones of today make up to that. */
    static final long MOST_PIXELS = 50_000_000;

    /** Ordinary progressive JPEGs have about ten; each further one costs a pass over all pixels. */
    private static final int MOST_SCANS = 40;

    private static final int START_OF_SCAN = 0xFFDA;

    private PictureDecoder() {}

    /**
     * The picture without alpha, upright, its long edge at most as given.
     *
     * @throws RejectedPhotoException when it is no picture, too big or broken
     */
    static BufferedImage decode(Path file, int longEdge) throws IOException {
        PictureType type;
        try (var in = Files.newInputStream(file)) {
            type = PictureType.of(in.readNBytes(PictureType.HEADER));
        }
        if (type == PictureType.JPEG) {
            refuseEndlessScans(file);
        }
        Orientation orientation = type == PictureType.JPEG ? Orientation.of(file) : Orientation.UPRIGHT;
        ImageReader reader = type.reader();
        try (var in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            return upright(read(reader, file, longEdge), orientation, longEdge);
        } catch (RejectedPhotoException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders answer broken data with all kinds of exceptions, down to ArrayIndexOutOfBounds.
            throw new RejectedPhotoException(Reason.BROKEN, e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader, Path file, int longEdge) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1) {
            throw new RejectedPhotoException(Reason.BROKEN);
        }
        if ((long) width * height > MOST_PIXELS) {
            throw new RejectedPhotoException(Reason.TOO_MANY_PIXELS);
        }
        var incomplete = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature")) {
                incomplete.set(true);
            }
        });
        int every = Math.max(1, Math.max(width, height) / longEdge);
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(every, every, 0, 0);
        BufferedImage image;
        try {
            image = reader.read(0, parameters);
        } catch (IIOException | IllegalArgumentException e) {
            if (!reader.canReadRaster()) {
                throw e;
            }
            // Four colours of print, or a colour profile that does not fit the picture.
            image = RawColours.image(reader.readRaster(0, parameters), file);
        }
        if (incomplete.get()) {
            throw new RejectedPhotoException(Reason.BROKEN);
        }
        return image;
    }

    private static BufferedImage upright(BufferedImage image, Orientation orientation, int longEdge) {
        double scale = Math.min(1, (double) longEdge / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        AffineTransform transform = orientation.transform(width, height);
        transform.scale((double) width / image.getWidth(), (double) height / image.getHeight());
        return draw(
                image, transform, orientation.swapsEdges() ? height : width, orientation.swapsEdges() ? width : height);
    }

    /** A smaller copy; halved step by step, because leaving out too much at once makes edges ragged. */
    static BufferedImage shrink(BufferedImage image, int longEdge) {
        BufferedImage smaller = image;
        while (Math.max(smaller.getWidth(), smaller.getHeight()) > longEdge) {
            double scale = Math.max(0.5, (double) longEdge / Math.max(smaller.getWidth(), smaller.getHeight()));
            int width = (int) Math.max(1, Math.round(smaller.getWidth() * scale));
            int height = (int) Math.max(1, Math.round(smaller.getHeight() * scale));
            smaller = draw(
                    smaller,
                    AffineTransform.getScaleInstance(
                            (double) width / smaller.getWidth(), (double) height / smaller.getHeight()),
                    width,
                    height);
        }
        return smaller;
    }

    private static BufferedImage draw(BufferedImage image, AffineTransform transform, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(image, transform, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static void refuseEndlessScans(Path file) throws IOException {
        int scans = 0;
        int last = 0;
        try (var in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    last = (last << 8 | buffer[i] & 0xFF) & 0xFFFF;
                    if (last == START_OF_SCAN && ++scans > MOST_SCANS) {
                        throw new RejectedPhotoException(Reason.BROKEN);
                    }
                }
            }
        }
    }
}
