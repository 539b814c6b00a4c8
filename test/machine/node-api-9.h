// For the tests only: lets better-sqlite3 13, written for Node-API 10, run in Electron 33, which has Node-API 9.
//
// Of version 10 it uses one thing: a reference that holds a string. Version 9 refuses a reference to anything but an object, a function or a symbol.
// So a string is put into an object made for it, the object is marked, and the reference holds the object; reading the reference takes the string out.
// The compiler reads this header before every other one, so the two names below stand for these functions in the whole program.
#pragma once
#ifdef __cplusplus
#include <node_api.h>

namespace node_api_9 {

// Any number will do, as long as no other addon marks its objects with it.
inline constexpr napi_type_tag kHolder = {0x6d696e6773686931, 0x6465736b74657374};

inline napi_status CreateReference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status == napi_ok && type == napi_string) {
    napi_value holder = nullptr;
    status = napi_create_object(env, &holder);
    if (status == napi_ok) status = napi_type_tag_object(env, holder, &kHolder);
    if (status == napi_ok) status = napi_set_element(env, holder, 0, value);
    value = holder;
  }
  return status == napi_ok ? napi_create_reference(env, value, count, result) : status;
}

inline napi_status GetReferenceValue(napi_env env, napi_ref reference, napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  if (status != napi_ok || *result == nullptr) return status;
  napi_valuetype type;
  status = napi_typeof(env, *result, &type);
  if (status != napi_ok || type != napi_object) return status;
  bool holds = false;
  status = napi_check_object_type_tag(env, *result, &kHolder, &holds);
  return status == napi_ok && holds ? napi_get_element(env, *result, 0, result) : status;
}

}  // namespace node_api_9

#define napi_create_reference node_api_9::CreateReference
#define napi_get_reference_value node_api_9::GetReferenceValue
#endif
