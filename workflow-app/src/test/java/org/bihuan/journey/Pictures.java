package org.bihuan.journey;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Photos of a yard, before and after somebody has cleared it. */
final class Pictures {

    private Pictures() {}

    static FilePayload before(String name) {
        return payload(name, yard(true));
    }

    static FilePayload after(String name) {
        return payload(name, yard(false));
    }

    private static FilePayload payload(String name, BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, "image/jpeg", bytes.toByteArray());
    }

    private static BufferedImage yard(boolean littered) {
        var image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paint(pen, new Color(0xa9c6dd), 0, 0, 1200, 380);
        paint(pen, new Color(0xb9a58c), 80, 90, 460, 330);
        paint(pen, new Color(0x9c8b78), 620, 140, 500, 280);
        for (int i = 0; i < 4; i++) {
            paint(pen, new Color(0x566b7d), 120 + i * 105, 150, 60, 80);
            paint(pen, new Color(0x566b7d), 660 + i * 115, 190, 60, 80);
        }
        paint(pen, new Color(0x8d9196), 0, 380, 1200, 520);
        paint(pen, new Color(0x3f7d4a), 860, 430, 90, 170);
        paint(pen, new Color(0x2f6138), 850, 420, 110, 24);
        if (littered) {
            Color[] bags = {new Color(0x2b2b30), new Color(0x7a5a38), new Color(0xd8d2c4), new Color(0x365f91)};
            for (int i = 0; i < 22; i++) {
                pen.setColor(bags[i % bags.length]);
                pen.fillOval(250 + (i * 97) % 520, 560 + (i * 61) % 210, 110 + (i * 13) % 60, 80 + (i * 7) % 40);
            }
        }
        pen.dispose();
        return image;
    }

    private static void paint(Graphics2D pen, Color colour, int x, int y, int width, int height) {
        pen.setColor(colour);
        pen.fillRect(x, y, width, height);
    }
}
