package org.bihuan.idempotency;

import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.bihuan.idempotency.IdempotencyMapper.First;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does what is sent again under the same key only once, and gives the first answer. */
@Service
@Transactional
public class Idempotency {

    private final IdempotencyMapper mapper;
    private final Clock clock;

    Idempotency(IdempotencyMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Runs the action unless it ran before under this key. Key, answer and deed stand in one transaction: when the
     * action fails nothing is kept and the key is free again. Whoever sends the same key at the same moment waits for
     * the first and gets its answer. The action carries its own rights, and runs again when a lost race is retried.
     *
     * @param key 1 to 64 visible ASCII characters
     * @param caller whose key it is: keys of different callers never meet; up to 80 characters
     * @param content what was sent, of which only a SHA-256 is kept; name the verb in it, leave secrets out
     * @param type of the answer, which is kept as JSON of up to 2000 characters: no personal data, no secrets
     * @throws OtherContentException when other content was sent before under the key
     * @throws IllegalArgumentException when the key has not the shape of one
     */
    @PreAuthorize("@rights.may('program.send')")
    public <T> T once(String key, String caller, Object content, Class<T> type, Supplier<T> action) {
        String name = new SendKey(key).value();
        byte[] hash = CanonicalJson.sha256(content);
        if (mapper.take(caller, name, hash, clock.instant()) != 1) {
            return repeated(Objects.requireNonNull(mapper.first(caller, name)), hash, type);
        }
        T answer = Objects.requireNonNull(action.get(), "An action gives an answer");
        mapper.answer(caller, name, CanonicalJson.text(answer));
        return answer;
    }

    /** The first answer under the key, if what was sent under it was done: for whoever does not know how it ended. */
    @PreAuthorize("@rights.may('program.send')")
    @Transactional(readOnly = true)
    public <T> Optional<T> answer(String key, String caller, Class<T> type) {
        return Optional.ofNullable(mapper.first(caller, new SendKey(key).value()))
                .map(First::answer)
                .map(json -> CanonicalJson.read(json, type));
    }

    private static <T> T repeated(First first, byte[] hash, Class<T> type) {
        if (!Arrays.equals(first.hash(), hash)) {
            throw new OtherContentException();
        }
        if (first.answer() == null) {
            throw new IllegalStateException("A key was used again inside its own action");
        }
        return CanonicalJson.read(first.answer(), type);
    }
}
