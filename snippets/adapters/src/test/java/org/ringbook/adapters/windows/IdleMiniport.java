package org.ringbook.adapters.windows;

/** A miniport that does nothing, for tests to plant a mistake in. */
class IdleMiniport implements MiniportDriver {
  MiniportAdapter adapter;

  @Override
  public NdisStatus initialize(MiniportAdapter miniportAdapter) {
    adapter = miniportAdapter;
    adapter.ndisMSetMiniportAttributes();
    return NdisStatus.SUCCESS;
  }

  @Override
  public NdisStatus restart() {
    return NdisStatus.SUCCESS;
  }

  @Override
  public NdisStatus pause() {
    return NdisStatus.SUCCESS;
  }

  @Override
  public void halt() {}

  @Override
  public void sendNetBufferLists(NetBufferList chain) {}

  @Override
  public void returnNetBufferLists(NetBufferList chain) {}

  @Override
  public NdisStatus oidRequest(OidRequest request) {
    return NdisStatus.SUCCESS;
  }

  @Override
  public NdisStatus reset() {
    return NdisStatus.SUCCESS;
  }
}
