package org.bihuan.operation;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface NodeMapper {

    void beat(String node, String version, String commitId, Instant startedAt, int skewSeconds, int pages, int staff);

    List<Node> nodes();

    void forget(int days);
}
