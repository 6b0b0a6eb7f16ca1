package org.bihuan.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bihuan.IntegrationTest;
import org.bihuan.engine.CaseEngine;
import org.bihuan.engine.EngineInventory;
import org.bihuan.engine.EngineInventory.OpenInstance;
import org.bihuan.engine.TokenMoves;
import org.bihuan.engine.TokenMoves.Token;
import org.bihuan.trace.CaseWay;
import org.bihuan.trace.DiagramService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** A case with a child process is one case to whoever asks the engine about it, although both carry its number. */
@IntegrationTest
class ChildProcessTest {

    private MemoFixtures memos;
    private MemoWalk memo;

    @BeforeEach
    void aMemoInItsChild(@Autowired ConfigurableApplicationContext context) {
        memos = new MemoFixtures(context);
        memo = MemoWalk.at(memos, "fillAnnex");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void standsAtTheCallAndInsideOfIt() {
        assertThat(memos.bean(CaseEngine.class).standsAt(memo.number()))
                .containsExactlyInAnyOrder("annex", "fillAnnex");
    }

    @Test
    void isDrawnAtTheCall() {
        CaseWay way = memos.bean(DiagramService.class).of(memo.number()).orElseThrow();

        assertThat(way.current()).extracting(CaseWay.Step::id).containsExactly("annex");
        assertThat(way.ended()).isFalse();
    }

    @Test
    void isMovedByHandWithItsChild() {
        TokenMoves moves = memos.bean(TokenMoves.class);
        memos.transaction().executeWithoutResult(status -> {
            List<Token> standing = moves.standing(memo.number());
            assertThat(standing).extracting(Token::element).containsExactly("annex");
            moves.move(memo.number(), standing.getFirst().id(), "annex", "reviewMemo");
        });

        assertThat(memo.open()).containsExactly("reviewMemo");
        memo.finish();
    }

    @Test
    void isOneOpenProcessThatWaitsForSomebody() {
        EngineInventory inventory = memos.bean(EngineInventory.class);

        List<OpenInstance> open = inventory.instancesOf(List.of(memo.number().value()));

        assertThat(open).hasSize(1);
        assertThat(inventory.waiting(open)).containsExactly(open.getFirst().id());
    }
}
