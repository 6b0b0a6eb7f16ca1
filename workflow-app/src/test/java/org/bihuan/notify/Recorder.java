package org.bihuan.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.org.Staff;
import org.bihuan.outbox.DeliveryFailedException;
import org.jspecify.annotations.Nullable;

/** A channel that keeps what it is given. */
final class Recorder implements NoticeChannel {

    final List<Letter> tried = new ArrayList<>();
    final List<Letter> sent = new ArrayList<>();

    @Nullable String address = "somebody";

    @Nullable DeliveryFailedException failure;

    @Override
    public String key() {
        return "recorder";
    }

    @Override
    public boolean onlyUrgent() {
        return false;
    }

    @Override
    public Optional<String> address(Staff person) {
        return Optional.ofNullable(address);
    }

    @Override
    public void send(String to, Letter letter) {
        tried.add(letter);
        if (failure != null) {
            throw failure;
        }
        sent.add(letter);
    }
}
