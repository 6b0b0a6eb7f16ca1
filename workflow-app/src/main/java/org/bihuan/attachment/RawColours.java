package org.bihuan.attachment;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.adobe.AdobeJpegDirectory;
import com.drew.metadata.adobe.AdobeJpegReader;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Colours of JPEGs that Java's reader hands out raw only: CMYK and YCCK of print programs, and wrong profiles. */
final class RawColours {

    private RawColours() {}

    static BufferedImage image(Raster raster, Path jpeg) throws IOException {
        int bands = raster.getNumBands();
        int transform = adobeTransform(jpeg);
        // Without Adobe's mark three bands are YCbCr and four are plain CMYK.
        boolean luminance = bands == 4 ? transform == 2 : bands == 3 && transform != 0;
        boolean inverted = transform >= 0;
        var image = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[raster.getWidth() * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int x = 0; x < raster.getWidth(); x++) {
                image.setRGB(x, y, colour(row, x * bands, bands, luminance, inverted));
            }
        }
        return image;
    }

    private static int colour(int[] row, int at, int bands, boolean luminance, boolean inverted) {
        int first = row[at];
        int second = bands < 3 ? first : row[at + 1];
        int third = bands < 3 ? first : row[at + 2];
        if (luminance) {
            int y = first;
            int blue = second - 128;
            int red = third - 128;
            first = clamp(y + 1.402 * red);
            second = clamp(y - 0.344136 * blue - 0.714136 * red);
            third = clamp(y + 1.772 * blue);
        }
        if (bands == 4) {
            int black = inverted ? row[at + 3] : 255 - row[at + 3];
            first = (inverted ? first : 255 - first) * black / 255;
            second = (inverted ? second : 255 - second) * black / 255;
            third = (inverted ? third : 255 - third) * black / 255;
        }
        return first << 16 | second << 8 | third;
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    /** Adobe's colour transform: 0 none, 1 YCbCr, 2 YCCK; -1 when the file has no such mark. */
    private static int adobeTransform(Path jpeg) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(jpeg))) {
            var directory = JpegMetadataReader.readMetadata(in, List.of(new AdobeJpegReader()))
                    .getFirstDirectoryOfType(AdobeJpegDirectory.class);
            Integer transform = directory == null ? null : directory.getInteger(AdobeJpegDirectory.TAG_COLOR_TRANSFORM);
            return transform == null ? -1 : transform;
        } catch (JpegProcessingException e) {
            throw new IOException(e);
        }
    }
}
