#ifndef BASE_LOG_H_
#define BASE_LOG_H_

void Log(const char* text);

#endif
