package org.ringbook.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringbook.render.api.CallGroup;
import org.ringbook.render.api.ConceptEntry;
import org.ringbook.render.api.NameTarget;
import org.ringbook.search.apimap.ApiMap;
import org.ringbook.search.apimap.Call;
import org.ringbook.search.apimap.Category;
import org.ringbook.search.apimap.Concept;
import org.ringbook.search.apimap.Evidence;
import org.ringbook.search.apimap.FalseFriend;
import org.ringbook.search.apimap.Os;
import org.ringbook.search.apimap.OsColumn;
import org.ringbook.search.apimap.Phase;
import org.ringbook.search.apimap.Relation;
import org.ringbook.search.apimap.Words;

class ConceptsTest {

  private static final OsColumn LINUX =
      column(Os.LINUX, call("dma_set_mask", Phase.SETUP), call("dma_map_single", Phase.PACKET));
  private static final OsColumn FREEBSD =
      new OsColumn(
          Os.FREEBSD,
          List.of(
              call("bus_dmamap_load", Phase.PACKET),
              call("bus_dmamap_sync", Phase.PACKET),
              call("bus_dmamap_unload", Phase.TEARDOWN)),
          List.of(List.of(call("bus_dmamap_load_mbuf", Phase.PACKET))),
          List.of(call("isc_txd_encap", Phase.ANY)),
          List.of(call("bus_dma_segment_t", Phase.ANY)),
          "");
  private static final OsColumn NETBSD =
      new OsColumn(Os.NETBSD, List.of(), List.of(), List.of(), List.of(), "no such thing");

  private static final ApiMap MAP =
      new ApiMap(
          List.of(
              new Category(
                  "dma",
                  "DMA",
                  List.of(
                      concept("dma-map-single", Map.of(Os.LINUX, LINUX, Os.FREEBSD, FREEBSD)),
                      concept(
                          "dma-set-mask",
                          Map.of(
                              Os.LINUX,
                              column(Os.LINUX, call("dma_set_mask", Phase.SETUP)),
                              Os.NETBSD,
                              NETBSD)))),
              new Category("empty", "Empty", List.of())));

  private final ApiNames names = new ApiNames(MAP);
  private final List<ConceptEntry> concepts = names.conceptMap().groups().getFirst().concepts();

  private static Call call(String name, Phase phase) {
    return new Call(
        name, phase, List.of(), new Evidence(Os.LINUX, name, "function", "linux/x.h", "6.1"));
  }

  private static OsColumn column(Os os, Call... calls) {
    return new OsColumn(os, List.of(calls), List.of(), List.of(), List.of(), "");
  }

  private static Concept concept(String id, Map<Os, OsColumn> columns) {
    return new Concept(
        id,
        "dma",
        "Title of " + id,
        Relation.ADAPTER,
        new Words("does", "owns", "where", "bites"),
        columns,
        List.of(new FalseFriend(Os.WINDOWS, id + " wrong", FalseFriend.Verdict.MISSING, "")),
        List.of(),
        Optional.of("stub"),
        Optional.empty());
  }

  @Test
  void aGroupWithoutConceptsHasNoTable() {
    assertEquals(1, names.conceptMap().groups().size());
  }

  @Test
  void aSystemOfWhichNothingIsSaidHasNoColumn() {
    assertEquals(
        List.of("Linux", "FreeBSD"),
        concepts.getFirst().columns().stream().map(c -> c.system().title()).toList());
    assertEquals("no such thing", concepts.get(1).on("netbsd").orElseThrow().none());
  }

  @Test
  void callsAreCutWhereThePhaseChangesAndKeepTheirOrder() {
    assertEquals(
        List.of("per packet", "teardown", "or, per packet", "with iflib", "beside them"),
        concepts.getFirst().on("freebsd").orElseThrow().groups().stream()
            .map(CallGroup::label)
            .toList());
    assertEquals(
        List.of("bus_dmamap_load", "bus_dmamap_sync", "bus_dmamap_unload"),
        concepts.getFirst().on("freebsd").orElseThrow().usualNames());
    assertEquals(List.of("set-up", "per packet", "teardown"), concepts.getFirst().phases());
  }

  @Test
  void aCallThatAnotherConceptIsAboutLeadsThere() {
    var linux = concepts.getFirst().on("linux").orElseThrow().groups();
    NameTarget home = linux.getFirst().calls().getFirst().home();
    assertNotNull(home);
    assertEquals("api/dma-set-mask.html", home.url());
    assertNull(linux.get(1).calls().getFirst().home());
  }

  @Test
  void aWrongNameLeadsToTheWarningOnItsPage() {
    NameTarget target = names.target("DMA-set-mask wrong").orElseThrow();
    assertTrue(target.wrong());
    assertEquals("api/dma-set-mask.html#not-windows-dma-set-mask-wrong", target.url());
    assertEquals(target.anchor(), concepts.get(1).wrongNames().getFirst().anchor());
  }

  @Test
  void aNameBelongsToEveryConceptThatListsIt() {
    assertEquals(List.of("dma-set-mask", "dma-map-single"), names.concepts("dma_set_mask"));
    assertEquals(List.of(), names.concepts("unknown"));
  }
}
