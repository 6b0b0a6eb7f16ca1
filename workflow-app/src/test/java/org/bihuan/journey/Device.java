package org.bihuan.journey;

import com.microsoft.playwright.Browser;

/** What a person holds in the hand or sits at. */
enum Device {
    PHONE(390, 844),
    DESKTOP(1440, 900);

    private final int width;

    private final int height;

    Device(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(this == PHONE)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai");
    }
}
