package org.bihuan.attachment;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the camera was held, as EXIF says it (1–8): phones write pixels as the sensor lies and let viewers turn them. */
record Orientation(int code) {

    static final Orientation UPRIGHT = new Orientation(1);

    /** Orientation of a JPEG; upright when nothing readable says otherwise. */
    static Orientation of(Path jpeg) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(jpeg))) {
            var directory = JpegMetadataReader.readMetadata(in, List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer code = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return code == null || code < 1 || code > 8 ? UPRIGHT : new Orientation(code);
        } catch (JpegProcessingException | RuntimeException e) {
            // Broken metadata must not cost a resident the photo: the decoder judges the picture itself.
            return UPRIGHT;
        }
    }

    boolean swapsEdges() {
        return code >= 5;
    }

    /** Draws a picture of the given size upright, its upper left corner at 0, 0. */
    AffineTransform transform(double width, double height) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
