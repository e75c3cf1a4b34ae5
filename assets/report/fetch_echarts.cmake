# SPDX-License-Identifier: MIT
# cmake -DNPM=... -DPACKAGES=... -DOUT=... -P: a machine without network still gets the program, without pages.
execute_process(COMMAND ${NPM} ci --prefix ${PACKAGES} --ignore-scripts --no-audit --no-fund --loglevel=error
  RESULT_VARIABLE result OUTPUT_VARIABLE words ERROR_VARIABLE words)
if(result EQUAL 0)
  file(COPY_FILE ${PACKAGES}/node_modules/echarts/dist/echarts.min.js ${OUT})
else()
  message(WARNING "npm could not fetch Apache ECharts: built without report pages; build again to retry\n${words}")
endif()
