package org.ringbook.adapters.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ringbook.adapters.windows.NdisFixture.breaks;

import org.junit.jupiter.api.Test;

/** What an adapter's state allows. */
class StateRulesTest {

  @Test
  void nothingIsIndicatedWhilePaused() {
    NdisFixture ndis = NdisFixture.running(new IdleMiniport());
    NetBufferList list = ndis.list();
    ndis.control.pause();
    breaks(
        "the adapter is PAUSED",
        () -> ndis.adapter.ndisMIndicateReceiveNetBufferLists(list, 1, 0));
  }

  @Test
  void nothingIsIndicatedWithoutAFilter() {
    NdisFixture ndis = NdisFixture.running(new IdleMiniport());
    ndis.control.request(OidRequest.set(Oid.OID_GEN_CURRENT_PACKET_FILTER, "PacketFilter", 0));
    NetBufferList list = ndis.list();
    breaks("packet filter", () -> ndis.adapter.ndisMIndicateReceiveNetBufferLists(list, 1, 0));
  }

  @Test
  void aPauseWaitsForSends() {
    NdisFixture ndis = NdisFixture.running(new IdleMiniport());
    ndis.control.send(ndis.list());
    breaks("1 sends and 0 receives", ndis.control::pause);
  }

  @Test
  void aPauseWaitsForReceives() {
    NdisFixture ndis = NdisFixture.running(new IdleMiniport());
    ndis.adapter.ndisMIndicateReceiveNetBufferLists(ndis.list(), 1, 0);
    breaks("0 sends and 1 receives", ndis.control::pause);
  }

  @Test
  void aPendingPauseIsCompletedWhenAllIsBack() {
    NdisFixture ndis = NdisFixture.running(pending());
    NetBufferList list = ndis.list();
    ndis.adapter.ndisMIndicateReceiveNetBufferLists(list, 1, 0);
    ndis.control.pause();
    assertEquals(AdapterState.PAUSING, ndis.adapter.state());
    breaks("before a pause is complete", ndis.adapter::ndisMPauseComplete);
    ndis.control.giveBack(list);
    ndis.adapter.ndisMPauseComplete();
    breaks("a pause is completed once", ndis.adapter::ndisMPauseComplete);
  }

  private static IdleMiniport pending() {
    return new IdleMiniport() {
      @Override
      public NdisStatus pause() {
        return NdisStatus.PENDING;
      }
    };
  }

  @Test
  void aPauseCannotFail() {
    NdisFixture ndis =
        NdisFixture.running(
            new IdleMiniport() {
              @Override
              public NdisStatus pause() {
                return NdisStatus.FAILURE;
              }
            });
    breaks("MiniportPause can't fail", ndis.control::pause);
  }

  @Test
  void haltGivesEverythingBack() {
    NdisFixture ndis = NdisFixture.running(new IdleMiniport());
    ndis.adapter.sharedMemory().allocate(64, 64);
    ndis.control.pause();
    breaks("MiniportHaltEx gives everything back", ndis.control::halt);
  }

  @Test
  void aFailedStartGivesEverythingBack() {
    NdisFixture ndis =
        new NdisFixture(
            new IdleMiniport() {
              @Override
              public NdisStatus initialize(MiniportAdapter to) {
                to.sharedMemory().allocate(64, 64);
                return NdisStatus.RESOURCES;
              }
            });
    breaks("a MiniportInitializeEx that fails", ndis.control::initialize);
  }

  @Test
  void attributesAreSetAtStart() {
    NdisFixture ndis =
        new NdisFixture(
            new IdleMiniport() {
              @Override
              public NdisStatus initialize(MiniportAdapter to) {
                return NdisStatus.SUCCESS;
              }
            });
    breaks("sets its attributes", ndis.control::initialize);
  }

  @Test
  void aResetIsCompletedIfItWasPending() {
    NdisFixture ndis = NdisFixture.running(new IdleMiniport());
    ndis.control.reset();
    breaks("there is no reset", ndis.adapter::ndisMResetComplete);
  }

  @Test
  void noStatusAfterHalt() {
    NdisFixture ndis = NdisFixture.running(new IdleMiniport());
    ndis.control.pause();
    ndis.adapter.ndisMIndicateStatusEx(true);
    ndis.control.halt();
    breaks("halted", () -> ndis.adapter.ndisMIndicateStatusEx(true));
  }
}
