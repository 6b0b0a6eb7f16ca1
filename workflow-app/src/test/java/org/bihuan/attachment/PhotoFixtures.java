package org.bihuan.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/** Pictures for tests, good and bad. */
final class PhotoFixtures {

    static final Color TOP_LEFT = Color.RED;
    static final Color TOP_RIGHT = Color.GREEN;
    static final Color BOTTOM_LEFT = Color.BLUE;
    static final Color BOTTOM_RIGHT = Color.WHITE;

    private PhotoFixtures() {}

    /** Four quarters of different colour, so that turning and mirroring show. */
    static BufferedImage quarters(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean left = x < width / 2;
                boolean top = y < height / 2;
                Color colour = top ? left ? TOP_LEFT : TOP_RIGHT : left ? BOTTOM_LEFT : BOTTOM_RIGHT;
                image.setRGB(x, y, colour.getRGB());
            }
        }
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        try {
            var out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpeg(int width, int height) {
        return encoded(quarters(width, height), "jpeg");
    }

    /** A JPEG as a phone writes it: turned, with maker and the place of somebody's home. */
    static byte[] fromPhone(int width, int height, int orientation) {
        return withSegment(jpeg(width, height), 0xE1, exif(orientation));
    }

    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + content.length + 4);
        out.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2));
        return out.put(content).put(jpeg, 2, jpeg.length - 2).array();
    }

    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(160).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010F, 2, 8, 50);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, 58);
        tiff.putInt(0);
        tiff.put("SECRETS\0".getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 112);
        entry(tiff, 3, 2, 2, 'E');
        entry(tiff, 4, 5, 3, 136);
        tiff.putInt(0);
        for (int part : new int[] {36, 1, 5, 1, 12, 1, 120, 1, 22, 1, 30, 1}) {
            tiff.putInt(part);
        }
        byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + tiff.position())
                .put(head)
                .put(tiff.array(), 0, tiff.position())
                .array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A valid head that declares any size, and hardly any pixels behind it. */
    static byte[] pngThatClaims(int width, int height) {
        byte[] small = encoded(quarters(8, 8), "png");
        ByteBuffer png = ByteBuffer.wrap(Arrays.copyOf(small, small.length));
        png.putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(png.array(), 12, 17);
        png.putInt(29, (int) crc.getValue());
        return png.array();
    }

    static byte[] bmpThatWraps(int compression) {
        byte[] bmp = encoded(quarters(8, 8), "bmp");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(30, compression);
        return bmp;
    }

    /** Four colours of print: full cyan, as Adobe's programs keep it (inverted). */
    static byte[] cyanForPrint(int width, int height) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, new int[] {0, 255, 255, 255});
            }
        }
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var image = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(image);
            writer.write(null, new IIOImage(raster, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        byte[] adobe = ByteBuffer.allocate(12)
                .put("Adobe".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 100)
                .putInt(0)
                .put((byte) 0)
                .array();
        return withSegment(out.toByteArray(), 0xEE, adobe);
    }

    static byte[] start(byte[] data, double share) {
        return Arrays.copyOf(data, (int) (data.length * share));
    }

    /** A disk of which this share is free. */
    static StorageSpace room(int freePercent) {
        return new StorageSpace(
                java.nio.file.Path.of("."), 5, folder -> new StorageSpace.Space(100, freePercent, true, 0));
    }
}
