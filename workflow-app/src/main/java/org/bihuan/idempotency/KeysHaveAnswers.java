package org.bihuan.idempotency;

import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.springframework.stereotype.Component;

/**
 * Every key that was used has its one answer. The primary key keeps a second answer out; what could go wrong is a key
 * whose deed was kept without it, so that the next sending would do it again or never.
 */
@Component
class KeysHaveAnswers implements Invariant {

    private final IdempotencyCheckMapper mapper;

    KeysHaveAnswers(IdempotencyCheckMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(8, "每个幂等键恰有一个结果", "every key of a sending has exactly one result");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        mapper.withoutAnswer().forEach(key -> findings.add("key " + key));
    }
}
