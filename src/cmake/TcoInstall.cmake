# SPDX-License-Identifier: Apache-2.0
# What "cmake --install" puts where: the programs and what makes the desktop know them and their files.
include(GNUInstallDirs)
install(TARGETS tco RUNTIME)
if(TCO_GUI)
  install(TARGETS district-tco RUNTIME)
  set(desktop "${PROJECT_SOURCE_DIR}/resources/desktop")
  set(icons "${PROJECT_SOURCE_DIR}/resources/icons/app")
  install(FILES "${desktop}/org.district_tco.DistrictTco.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
  install(FILES "${desktop}/org.district_tco.DistrictTco.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
  install(FILES "${desktop}/application-x-tco.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages" RENAME district-tco.xml)
  install(FILES "${icons}/district-tco.svg" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
  foreach(size 16 32 48 64 128 256)
    install(FILES "${icons}/district-tco-${size}.png" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps"
            RENAME district-tco.png)
  endforeach()
endif()
