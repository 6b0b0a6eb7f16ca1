package org.bihuan.notify;

import java.util.List;
import java.util.Optional;

/** The ways out of the program that the operator opened; none is the usual beginning. */
public record NoticeChannels(List<NoticeChannel> all) {

    public NoticeChannels {
        all = List.copyOf(all);
    }

    boolean none() {
        return all.isEmpty();
    }

    Optional<NoticeChannel> find(String key) {
        return all.stream().filter(channel -> channel.key().equals(key)).findFirst();
    }
}
