package org.bihuan.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A drawn stand-in for a photo: a street corner, with or without a heap in front of it. */
final class DemonstrationPicture {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;

    private DemonstrationPicture() {}

    static InputStream of(String words, boolean solved) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0xbfd4e8));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(new Color(0xc9b79c));
        g.fillRect(120, 180, 520, 470);
        g.setColor(new Color(0x7d8fa3));
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 5; column++) {
                g.fillRect(160 + column * 95, 220 + row * 105, 55, 65);
            }
        }
        g.setColor(new Color(0x8d9196));
        g.fillRect(0, 650, WIDTH, 250);
        if (!solved) {
            g.setColor(new Color(0x5c4a36));
            for (int i = 0; i < 14; i++) {
                g.fillOval(640 + (i * 53) % 330, 610 + (i * 29) % 120, 110, 75);
            }
        }
        g.setColor(Color.DARK_GRAY);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 48));
        g.drawString("演示图片 " + words, 60, 100);
        g.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}
