function $(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)}function A(t){return typeof t=="string"&&t.trim()!==""}function ne(t){return typeof t=="number"&&t>=0&&t<=864e13}function L(t,e){return typeof e=="string"&&t.includes(e)}function k(t){try{return JSON.parse(t)}catch{return null}}async function dt(t,e){let r=t.body?.getReader();if(r===void 0)return"";let n=new TextDecoder("utf-8",{fatal:!0}),i="",s=0;try{for(;;){let{done:o,value:l}=await r.read();if(o)return i+n.decode();if(s+=l.byteLength,s>e)return r.cancel().catch(()=>{}),null;i+=n.decode(l,{stream:!0})}}catch(o){if(o instanceof TypeError)return null;throw o}}var y=class extends Error{constructor(r,n=null,i=[]){super(`The assistant did not answer: ${r}.`);this.reason=r;this.retryAfterSeconds=n;this.replies=i;this.name="ServerFailure"}};var gn=["emergency","dermatologist","doctor","staff","none"],vn=["article","safety-policy"],yn=/^[a-z]+(-[a-z]+)*$/,xn=/^\/[a-z]+(-[a-z]+)*$/,wn=/^[a-z]{2}$/,bn=/^\d{4}-\d{2}-\d{2}$/;function oe(t){let{text:e,language:r,guidanceId:n,escalation:i,basis:s,sections:o,reviewedOn:l,version:a,buttons:d}=t;return!A(e)||!A(a)||!ie(yn,n)||!ie(wn,r)||!L(gn,i)||!L(vn,s)||!$n(l)||!Array.isArray(o)||!o.every(A)||!Array.isArray(d)?null:{text:e,language:r,guidanceId:n,escalation:i,basis:s,sections:[...o],reviewedOn:l,version:a,buttons:d.flatMap(h=>_n(h)??[])}}function _n(t){return!$(t)||!A(t.title)||!ie(xn,t.payload)?null:{title:t.title,payload:t.payload}}function ie(t,e){return typeof e=="string"&&t.test(e)}function $n(t){return ie(bn,t)&&!Number.isNaN(Date.parse(`${t}T00:00:00Z`))}var An=20;function pt(t){let e=k(t),r=$(e)?e.replies:null;if(!Array.isArray(r)||r.length===0||r.length>An)throw new y("reply");let n=r.flatMap(i=>Sn(i)??[]);if(n.length<r.length)throw new y("reply",null,n);return n}function Sn(t){if(!$(t)||!$(t.metadata))return null;let{metadata:e}=t;return oe({text:t.text,language:e.language,guidanceId:e.guidance_id,escalation:e.escalation,basis:e.basis,sections:e.sections,reviewedOn:e.reviewed_on,version:e.version,buttons:t.buttons})}var Tn=256*1024,En=1440*60,se=class{constructor(e){this.options=e;this.fetch=e.fetch??((r,n)=>fetch(r,n)),this.isOnline=e.isOnline??(()=>navigator.onLine)}async ask(e,r){return pt(await this.post("messages",{conversation:e,message:r}))}async rate(e){let{conversation:r,guidanceId:n,version:i,question:s,helpful:o}=e;await this.post("ratings",{conversation:r,guidance_id:n,version:i,question:s,helpful:o})}async forget(e){await this.post("forget",{conversation:e})}async post(e,r){let n=new AbortController,i=setTimeout(()=>n.abort(),this.options.timeoutSeconds*1e3);try{let s=await this.fetch(`${this.options.origin}/webhooks/web/${e}`,{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(r),cache:"no-store",credentials:"omit",signal:n.signal}),o=await dt(s,Tn);if(s.status===429)throw new y("limit",Rn(s,o));if(!s.ok)throw new y("server");return o??""}catch(s){throw s instanceof y?s:new y(n.signal.aborted?"timeout":this.unreachable())}finally{clearTimeout(i)}}unreachable(){return this.isOnline()?(console.error(`The assistant at ${this.options.origin} could not be reached. If it is running, look whether the origin of this page is listed in its CRYOBOT_ORIGINS.`),"unreachable"):"offline"}};function Rn(t,e){let r=k(e??""),n=$(r)?r.retry_after:null,i=typeof n=="number"?n:Number.parseInt(t.headers.get("Retry-After")??"",10);return i>=0&&i<=En?Math.ceil(i):null}var kn=/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;function ut(){return typeof crypto.randomUUID=="function"?crypto.randomUUID():Cn(crypto.getRandomValues(new Uint8Array(16)))}function Cn(t){let e=t.slice(0,16);return e[6]=(e[6]??0)&15|64,e[8]=(e[8]??0)&63|128,Array.from(e,n=>n.toString(16).padStart(2,"0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/,"$1-$2-$3-$4-$5")}function ae(t){return typeof t=="string"&&kn.test(t)}var Mn="service-unavailable";function ht(t,e,r){let n=e instanceof y?e.replies:e,i=n.filter(d=>d.guidanceId!==Mn),s=i.map((d,h)=>({kind:"answer",id:`${t.id}.${h}`,at:r,answers:t.id,rating:null,ratedAt:null,...d})),o=In(e,i.length<n.length),l=e instanceof y?e.retryAfterSeconds:null,a=o==="limit"&&l!==null?r+l*1e3:null;return{question:{...t,state:o===null?"answered":"failed",failure:o,retryAt:a},answers:s}}function In(t,e){return e?"server":t instanceof y?t.reason:null}var On={waiting:0,failed:1,answered:2};function ft(t,e){return{conversation:t,changedAt:e,messages:[]}}function ze(t,e,r){let n=Math.max(r,t.changedAt);return{...t,changedAt:n,messages:Be(t.messages,e)}}function gt(t,e){return ze(t,e.messages,e.changedAt)}function qe(t,e){return le(t)===le(e)}function Be(t,e){let r=new Map;for(let s of[...t,...e]){let o=r.get(s.id);(o===void 0||Pn(s,o)>0)&&r.set(s.id,s)}let n=Ln(r),i=Math.max(0,n.length-200);for(;i>0&&n[i]?.kind==="answer";)i+=1;return n.slice(i)}function vt(t,e){return t.filter(n=>n.kind==="question").reduce((n,i)=>Math.max(n,i.at+1),e)}function Ln(t){let e=n=>(n.kind==="answer"?t.get(n.answers):void 0)?.at??n.at,r=n=>n.kind==="answer"?n.answers:n.id;return[...t.values()].sort((n,i)=>e(n)-e(i)||G(r(n),r(i))||G(i.kind,n.kind)||n.id.length-i.id.length||G(n.id,i.id))}function Pn(t,e){return t.at-e.at||mt(t)-mt(e)||G(le(t),le(e))}function mt(t){return t.kind==="question"?On[t.state]:t.ratedAt??-1}function G(t,e){return t<e?-1:t>e?1:0}function le(t){return JSON.stringify(t,(e,r)=>typeof r=="object"&&r!==null&&!Array.isArray(r)?Object.fromEntries(Object.entries(r).sort(([n],[i])=>G(n,i))):r)}var ce=class{constructor(e){this.options=e;this.ended=new Set;this.disposed=!1;this.transcript=e.storage.read()??this.fresh(),this.unfollow=e.storage.follow(()=>this.catchUp()),this.giveUpAbandoned()}get conversation(){return this.transcript.conversation}get messages(){return this.transcript.messages}question(e){return this.messages.find(r=>r.kind==="question"&&r.id===e)}answer(e){return this.messages.find(r=>r.kind==="answer"&&r.id===e)}catchUp(){this.refresh()&&this.changed()}refresh(){let e=this.transcript,r=this.options.storage.read();return r===null?e.messages.length>0&&(this.transcript=this.fresh()):r.conversation===e.conversation?(this.transcript=gt(e,r),qe(this.transcript,r)||this.options.storage.write(this.transcript)):this.ended.has(r.conversation)?this.options.storage.write(e):this.transcript=r,!qe(this.transcript,e)}put(e,r){let n=this.refresh(),i=this.conversation===e;return i&&this.write(ze(this.transcript,r,this.options.now())),(i||n)&&this.changed(),i}startAgain(){this.refresh(),this.ended.add(this.conversation),this.write(this.fresh()),this.changed()}dispose(){this.disposed=!0,this.unfollow(),clearTimeout(this.timer)}fresh(){return ft(this.options.newId(),this.options.now())}write(e){this.transcript=e,this.options.storage.write(e)}changed(){this.watchWaiting(),this.options.onChange()}giveUpAbandoned(){let r=this.waiting().filter(n=>this.patienceLeft(n)<0).map(n=>({...n,state:"failed",failure:"timeout"}));r.length>0?this.put(this.conversation,r):this.watchWaiting()}watchWaiting(){clearTimeout(this.timer);let e=this.waiting();if(this.disposed||e.length===0)return;let r=Math.min(...e.map(n=>this.patienceLeft(n)));this.timer=setTimeout(()=>this.giveUpAbandoned(),Math.max(0,r)+1)}waiting(){return this.messages.filter(e=>e.kind==="question"&&e.state==="waiting")}patienceLeft(e){let r=Math.max(e.at,this.transcript.changedAt);return this.options.patience-Math.abs(this.options.now()-r)}};function yt(t,e){for(let r of t.earlier())t.addWipe(r);e!==null&&t.addWipe(e),t.removeEarlier()}async function de(t,e){for(let r of e.wipes()){try{await t.forget(r)}catch{return!1}e.removeWipe(r)}return!0}var Nn=5,pe=class extends EventTarget{constructor({server:r,storage:n,timeoutSeconds:i,now:s=Date.now,newId:o=ut}){super();this.queue=Promise.resolve();this.server=r,this.storage=n,this.now=s,this.newId=o;let l=(i+Nn)*1e3,a=()=>{this.dispatchEvent(new Event("change"))};this.transcript=new ce({storage:n,now:s,newId:o,patience:l,onChange:a}),de(r,n)}get messages(){return this.transcript.messages}get waiting(){return this.messages.some(r=>r.kind==="question"&&r.state==="waiting")}async ask(r,n=r){r.trim()===""||n.trim()===""||await this.send({kind:"question",id:this.newId(),text:n,message:r})}async retry(r){let n=this.transcript.question(r);n?.state==="failed"&&await this.send(n)}async rate(r,n){this.catchUp();let i=this.transcript.answer(r);if(i===void 0)return;let{conversation:s}=this.transcript,o=Math.max(this.now(),(i.ratedAt??0)+1);this.transcript.put(s,[{...i,rating:n?"helpful":"not-helpful",ratedAt:o}]);let l=this.transcript.question(i.answers)?.text??"",{guidanceId:a,version:d}=i;try{await this.server.rate({conversation:s,guidanceId:a,version:d,question:l,helpful:n})}catch{this.transcript.answer(r)?.ratedAt===o&&this.transcript.put(s,[{...i,ratedAt:o+1}])}}catchUp(){this.transcript.catchUp()}startAgain(){this.transcript.refresh(),this.messages.length>0&&this.storage.addEarlier(this.transcript.conversation),this.transcript.startAgain()}async wipe(){return this.transcript.refresh(),yt(this.storage,this.messages.length>0?this.transcript.conversation:null),this.transcript.startAgain(),await this.inTurn(()=>de(this.server,this.storage))?"everywhere":"here"}dispose(){this.transcript.dispose()}async send(r){this.transcript.refresh();let{conversation:n}=this.transcript,{kind:i,id:s,text:o,message:l}=r,a=vt(this.messages,this.now()),d={kind:i,id:s,at:a,text:o,message:l,state:"waiting",failure:null,retryAt:null};this.transcript.put(n,[d]),await this.inTurn(async()=>{this.isWanted(n,d)&&(de(this.server,this.storage),this.settle(n,d,await this.replies(n,l)))})}isWanted(r,n){return this.transcript.refresh(),this.transcript.conversation===r&&this.transcript.question(n.id)?.at===n.at}async replies(r,n){try{return await this.server.ask(r,n)}catch(i){return i instanceof y?i:new y("server")}}settle(r,n,i){let{question:s,answers:o}=ht(n,i,this.now());if(!this.transcript.put(r,[s,...o]))return;for(let a of o)this.dispatchEvent(new CustomEvent("answer",{detail:a}));let{failure:l}=s;l!==null&&this.dispatchEvent(new CustomEvent("failure",{detail:{reason:l}}))}inTurn(r){let n=this.queue.then(r);return this.queue=n.catch(()=>{}),n}};var je=Symbol("failed"),We=class{constructor(e){this.area=e;this.memory=new Map;this.listeners=new Map}read(e){let r=this.memory.get(e)??ue(()=>this.area?.getItem(e));return typeof r=="string"?r:null}write(e,r){this.memory.delete(e),(r===null||!this.keep(e,r))&&ue(()=>this.area?.removeItem(e)),this.tell(e)}follow(e,r){let n=this.listeners.get(e)??new Set;return this.listeners.set(e,n.add(r)),()=>n.delete(r)}changedElsewhere(e){for(let r of e===null?[...this.listeners.keys()]:[e])this.tell(r)}keep(e,r){let{area:n}=this,i=n!==null&&ue(()=>n.setItem(e,r))!==je;return i||this.memory.set(e,r),i}tell(e){for(let r of[...this.listeners.get(e)??[]])r()}},Fe=null;function xt(){if(Fe===null){let t=ue(()=>window.localStorage),e=new We(t===je?null:t);window.addEventListener("storage",r=>e.changedElsewhere(r.key)),window.addEventListener("pageshow",r=>r.persisted&&e.changedElsewhere(null)),Fe=e}return Fe}function ue(t){try{return t()}catch{return je}}var Un=["waiting","answered","failed"],Hn=["offline","timeout","limit","server","reply","unreachable"],Dn=["helpful","not-helpful"];function wt(t){return JSON.stringify(t)}function bt(t){let e=k(t);if(!$(e)||!ae(e.conversation)||!ne(e.changedAt)||!Array.isArray(e.messages))return null;let r=e.messages.flatMap(n=>$(n)?Vn(n)??[]:[]);return{conversation:e.conversation,changedAt:e.changedAt,messages:Be(r,[])}}function Vn(t){return!A(t.id)||!ne(t.at)?null:t.kind==="question"?zn(t,t.id,t.at):t.kind==="answer"?qn(t,t.id,t.at):null}function zn(t,e,r){let{text:n,message:i,state:s}=t;if(!A(n)||!A(i)||!L(Un,s))return null;let o=L(Hn,t.failure)?t.failure:null;return s==="failed"!=(o!==null)?null:{kind:"question",id:e,at:r,text:n,message:i,state:s,failure:o,retryAt:_t(t.retryAt)}}function qn(t,e,r){let{text:n,language:i,guidanceId:s,escalation:o,basis:l,sections:a,reviewedOn:d,version:h,buttons:c}=t,f=oe({text:n,language:i,guidanceId:s,escalation:o,basis:l,sections:a,reviewedOn:d,version:h,buttons:c});if(f===null||!A(t.answers))return null;let m=L(Dn,t.rating)?t.rating:null;return{kind:"answer",id:e,at:r,answers:t.answers,rating:m,ratedAt:_t(t.ratedAt),...f}}function _t(t){return ne(t)?t:null}var Bn=3600*1e3,$t=20,At=100,he=class{constructor(e){this.options=e;this.key=`cryobot:${e.name}`,this.earlierKey=`${this.key}:earlier`,this.wipesKey=`${this.key}:wipes`,this.now=e.now??Date.now}read(){let e=this.options.shelf.read(this.key);if(e===null)return null;let r=bt(e);return r===null?null:Math.abs(this.now()-r.changedAt)<=this.options.keepHours*Bn?r:(this.options.shelf.write(this.key,null),null)}write(e){this.options.shelf.write(this.key,wt(e))}follow(e){return this.options.shelf.follow(this.key,e)}earlier(){return this.readIds(this.earlierKey,$t)}addEarlier(e){this.writeIds(this.earlierKey,[...this.earlier(),e].slice(-$t))}removeEarlier(){this.writeIds(this.earlierKey,[])}wipes(){return this.readIds(this.wipesKey,At)}addWipe(e){this.writeIds(this.wipesKey,[...this.wipes(),e].slice(-At))}removeWipe(e){this.writeIds(this.wipesKey,this.wipes().filter(r=>r!==e))}readIds(e,r){let n=k(this.options.shelf.read(e)??"");return Array.isArray(n)?[...new Set(n.filter(ae))].slice(-r):[]}writeIds(e,r){this.options.shelf.write(e,r.length===0?null:JSON.stringify(r))}};function St(t,e){let{keepHours:r,timeoutSeconds:n}=t;return new pe({server:new se({origin:e,timeoutSeconds:n}),storage:new he({shelf:xt(),name:e,keepHours:r}),timeoutSeconds:n})}var me=globalThis,fe=me.ShadowRoot&&(me.ShadyCSS===void 0||me.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Qe=Symbol(),Tt=new WeakMap,K=class{constructor(e,r,n){if(this._$cssResult$=!0,n!==Qe)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=r}get styleSheet(){let e=this.o,r=this.t;if(fe&&e===void 0){let n=r!==void 0&&r.length===1;n&&(e=Tt.get(r)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&Tt.set(r,e))}return e}toString(){return this.cssText}},Et=t=>new K(typeof t=="string"?t:t+"",void 0,Qe),g=(t,...e)=>{let r=t.length===1?t[0]:e.reduce((n,i,s)=>n+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+t[s+1],t[0]);return new K(r,t,Qe)},Rt=(t,e)=>{if(fe)t.adoptedStyleSheets=e.map(r=>r instanceof CSSStyleSheet?r:r.styleSheet);else for(let r of e){let n=document.createElement("style"),i=me.litNonce;i!==void 0&&n.setAttribute("nonce",i),n.textContent=r.cssText,t.appendChild(n)}},Ge=fe?t=>t:t=>t instanceof CSSStyleSheet?(e=>{let r="";for(let n of e.cssRules)r+=n.cssText;return Et(r)})(t):t;var{is:Fn,defineProperty:Wn,getOwnPropertyDescriptor:jn,getOwnPropertyNames:Qn,getOwnPropertySymbols:Gn,getPrototypeOf:Kn}=Object,C=globalThis,kt=C.trustedTypes,Yn=kt?kt.emptyScript:"",Jn=C.reactiveElementPolyfillSupport,Y=(t,e)=>t,Ke={toAttribute(t,e){switch(e){case Boolean:t=t?Yn:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,e){let r=t;switch(e){case Boolean:r=t!==null;break;case Number:r=t===null?null:Number(t);break;case Object:case Array:try{r=JSON.parse(t)}catch{r=null}}return r}},Mt=(t,e)=>!Fn(t,e),Ct={attribute:!0,type:String,converter:Ke,reflect:!1,useDefault:!1,hasChanged:Mt};Symbol.metadata??(Symbol.metadata=Symbol("metadata")),C.litPropertyMetadata??(C.litPropertyMetadata=new WeakMap);var T=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??(this.l=[])).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,r=Ct){if(r.state&&(r.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((r=Object.create(r)).wrapped=!0),this.elementProperties.set(e,r),!r.noAccessor){let n=Symbol(),i=this.getPropertyDescriptor(e,n,r);i!==void 0&&Wn(this.prototype,e,i)}}static getPropertyDescriptor(e,r,n){let{get:i,set:s}=jn(this.prototype,e)??{get(){return this[r]},set(o){this[r]=o}};return{get:i,set(o){let l=i?.call(this);s?.call(this,o),this.requestUpdate(e,l,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Ct}static _$Ei(){if(this.hasOwnProperty(Y("elementProperties")))return;let e=Kn(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(Y("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Y("properties"))){let r=this.properties,n=[...Qn(r),...Gn(r)];for(let i of n)this.createProperty(i,r[i])}let e=this[Symbol.metadata];if(e!==null){let r=litPropertyMetadata.get(e);if(r!==void 0)for(let[n,i]of r)this.elementProperties.set(n,i)}this._$Eh=new Map;for(let[r,n]of this.elementProperties){let i=this._$Eu(r,n);i!==void 0&&this._$Eh.set(i,r)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let r=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let i of n)r.unshift(Ge(i))}else e!==void 0&&r.push(Ge(e));return r}static _$Eu(e,r){let n=r.attribute;return n===!1?void 0:typeof n=="string"?n:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??(this._$EO=new Set)).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,r=this.constructor.elementProperties;for(let n of r.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Rt(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??(this.renderRoot=this.createRenderRoot()),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,r,n){this._$AK(e,n)}_$ET(e,r){let n=this.constructor.elementProperties.get(e),i=this.constructor._$Eu(e,n);if(i!==void 0&&n.reflect===!0){let s=(n.converter?.toAttribute!==void 0?n.converter:Ke).toAttribute(r,n.type);this._$Em=e,s==null?this.removeAttribute(i):this.setAttribute(i,s),this._$Em=null}}_$AK(e,r){let n=this.constructor,i=n._$Eh.get(e);if(i!==void 0&&this._$Em!==i){let s=n.getPropertyOptions(i),o=typeof s.converter=="function"?{fromAttribute:s.converter}:s.converter?.fromAttribute!==void 0?s.converter:Ke;this._$Em=i;let l=o.fromAttribute(r,s.type);this[i]=l??this._$Ej?.get(i)??l,this._$Em=null}}requestUpdate(e,r,n,i=!1,s){if(e!==void 0){let o=this.constructor;if(i===!1&&(s=this[e]),n??(n=o.getPropertyOptions(e)),!((n.hasChanged??Mt)(s,r)||n.useDefault&&n.reflect&&s===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,n))))return;this.C(e,r,n)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,r,{useDefault:n,reflect:i,wrapped:s},o){n&&!(this._$Ej??(this._$Ej=new Map)).has(e)&&(this._$Ej.set(e,o??r??this[e]),s!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(r=void 0),this._$AL.set(e,r)),i===!0&&this._$Em!==e&&(this._$Eq??(this._$Eq=new Set)).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(r){Promise.reject(r)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??(this.renderRoot=this.createRenderRoot()),this._$Ep){for(let[i,s]of this._$Ep)this[i]=s;this._$Ep=void 0}let n=this.constructor.elementProperties;if(n.size>0)for(let[i,s]of n){let{wrapped:o}=s,l=this[i];o!==!0||this._$AL.has(i)||l===void 0||this.C(i,void 0,s,l)}}let e=!1,r=this._$AL;try{e=this.shouldUpdate(r),e?(this.willUpdate(r),this._$EO?.forEach(n=>n.hostUpdate?.()),this.update(r)):this._$EM()}catch(n){throw e=!1,this._$EM(),n}e&&this._$AE(r)}willUpdate(e){}_$AE(e){this._$EO?.forEach(r=>r.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&(this._$Eq=this._$Eq.forEach(r=>this._$ET(r,this[r]))),this._$EM()}updated(e){}firstUpdated(e){}};T.elementStyles=[],T.shadowRootOptions={mode:"open"},T[Y("elementProperties")]=new Map,T[Y("finalized")]=new Map,Jn?.({ReactiveElement:T}),(C.reactiveElementVersions??(C.reactiveElementVersions=[])).push("2.1.2");var Z=globalThis,It=t=>t,ge=Z.trustedTypes,Ot=ge?ge.createPolicy("lit-html",{createHTML:t=>t}):void 0,Je="$lit$",E=`lit$${Math.random().toFixed(9).slice(2)}$`,Ze="?"+E,Zn=`<${Ze}>`,U=document,X=()=>U.createComment(""),ee=t=>t===null||typeof t!="object"&&typeof t!="function",Xe=Array.isArray,Dt=t=>Xe(t)||typeof t?.[Symbol.iterator]=="function",Ye=`[ 	
\f\r]`,J=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Lt=/-->/g,Pt=/>/g,P=RegExp(`>|${Ye}(?:([^\\s"'>=/]+)(${Ye}*=${Ye}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Nt=/'/g,Ut=/"/g,Vt=/^(?:script|style|textarea|title)$/i,et=t=>(e,...r)=>({_$litType$:t,strings:e,values:r}),p=et(1),w=et(2),Ao=et(3),x=Symbol.for("lit-noChange"),u=Symbol.for("lit-nothing"),Ht=new WeakMap,N=U.createTreeWalker(U,129);function zt(t,e){if(!Xe(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return Ot!==void 0?Ot.createHTML(e):e}var qt=(t,e)=>{let r=t.length-1,n=[],i,s=e===2?"<svg>":e===3?"<math>":"",o=J;for(let l=0;l<r;l++){let a=t[l],d,h,c=-1,f=0;for(;f<a.length&&(o.lastIndex=f,h=o.exec(a),h!==null);)f=o.lastIndex,o===J?h[1]==="!--"?o=Lt:h[1]!==void 0?o=Pt:h[2]!==void 0?(Vt.test(h[2])&&(i=RegExp("</"+h[2],"g")),o=P):h[3]!==void 0&&(o=P):o===P?h[0]===">"?(o=i??J,c=-1):h[1]===void 0?c=-2:(c=o.lastIndex-h[2].length,d=h[1],o=h[3]===void 0?P:h[3]==='"'?Ut:Nt):o===Ut||o===Nt?o=P:o===Lt||o===Pt?o=J:(o=P,i=void 0);let m=o===P&&t[l+1].startsWith("/>")?" ":"";s+=o===J?a+Zn:c>=0?(n.push(d),a.slice(0,c)+Je+a.slice(c)+E+m):a+E+(c===-2?l:m)}return[zt(t,s+(t[r]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),n]},te=class t{constructor({strings:e,_$litType$:r},n){let i;this.parts=[];let s=0,o=0,l=e.length-1,a=this.parts,[d,h]=qt(e,r);if(this.el=t.createElement(d,n),N.currentNode=this.el.content,r===2||r===3){let c=this.el.content.firstChild;c.replaceWith(...c.childNodes)}for(;(i=N.nextNode())!==null&&a.length<l;){if(i.nodeType===1){if(i.hasAttributes())for(let c of i.getAttributeNames())if(c.endsWith(Je)){let f=h[o++],m=i.getAttribute(c).split(E),v=/([.?@])?(.*)/.exec(f);a.push({type:1,index:s,name:v[2],strings:m,ctor:v[1]==="."?ye:v[1]==="?"?xe:v[1]==="@"?we:D}),i.removeAttribute(c)}else c.startsWith(E)&&(a.push({type:6,index:s}),i.removeAttribute(c));if(Vt.test(i.tagName)){let c=i.textContent.split(E),f=c.length-1;if(f>0){i.textContent=ge?ge.emptyScript:"";for(let m=0;m<f;m++)i.append(c[m],X()),N.nextNode(),a.push({type:2,index:++s});i.append(c[f],X())}}}else if(i.nodeType===8)if(i.data===Ze)a.push({type:2,index:s});else{let c=-1;for(;(c=i.data.indexOf(E,c+1))!==-1;)a.push({type:7,index:s}),c+=E.length-1}s++}}static createElement(e,r){let n=U.createElement("template");return n.innerHTML=e,n}};function H(t,e,r=t,n){if(e===x)return e;let i=n!==void 0?r._$Co?.[n]:r._$Cl,s=ee(e)?void 0:e._$litDirective$;return i?.constructor!==s&&(i?._$AO?.(!1),s===void 0?i=void 0:(i=new s(t),i._$AT(t,r,n)),n!==void 0?(r._$Co??(r._$Co=[]))[n]=i:r._$Cl=i),i!==void 0&&(e=H(t,i._$AS(t,e.values),i,n)),e}var ve=class{constructor(e,r){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=r}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:r},parts:n}=this._$AD,i=(e?.creationScope??U).importNode(r,!0);N.currentNode=i;let s=N.nextNode(),o=0,l=0,a=n[0];for(;a!==void 0;){if(o===a.index){let d;a.type===2?d=new V(s,s.nextSibling,this,e):a.type===1?d=new a.ctor(s,a.name,a.strings,this,e):a.type===6&&(d=new be(s,this,e)),this._$AV.push(d),a=n[++l]}o!==a?.index&&(s=N.nextNode(),o++)}return N.currentNode=U,i}p(e){let r=0;for(let n of this._$AV)n!==void 0&&(n.strings!==void 0?(n._$AI(e,n,r),r+=n.strings.length-2):n._$AI(e[r])),r++}},V=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,r,n,i){this.type=2,this._$AH=u,this._$AN=void 0,this._$AA=e,this._$AB=r,this._$AM=n,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,r=this._$AM;return r!==void 0&&e?.nodeType===11&&(e=r.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,r=this){e=H(this,e,r),ee(e)?e===u||e==null||e===""?(this._$AH!==u&&this._$AR(),this._$AH=u):e!==this._$AH&&e!==x&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):Dt(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==u&&ee(this._$AH)?this._$AA.nextSibling.data=e:this.T(U.createTextNode(e)),this._$AH=e}$(e){let{values:r,_$litType$:n}=e,i=typeof n=="number"?this._$AC(e):(n.el===void 0&&(n.el=te.createElement(zt(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===i)this._$AH.p(r);else{let s=new ve(i,this),o=s.u(this.options);s.p(r),this.T(o),this._$AH=s}}_$AC(e){let r=Ht.get(e.strings);return r===void 0&&Ht.set(e.strings,r=new te(e)),r}k(e){Xe(this._$AH)||(this._$AH=[],this._$AR());let r=this._$AH,n,i=0;for(let s of e)i===r.length?r.push(n=new t(this.O(X()),this.O(X()),this,this.options)):n=r[i],n._$AI(s),i++;i<r.length&&(this._$AR(n&&n._$AB.nextSibling,i),r.length=i)}_$AR(e=this._$AA.nextSibling,r){for(this._$AP?.(!1,!0,r);e!==this._$AB;){let n=It(e).nextSibling;It(e).remove(),e=n}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},D=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,r,n,i,s){this.type=1,this._$AH=u,this._$AN=void 0,this.element=e,this.name=r,this._$AM=i,this.options=s,n.length>2||n[0]!==""||n[1]!==""?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=u}_$AI(e,r=this,n,i){let s=this.strings,o=!1;if(s===void 0)e=H(this,e,r,0),o=!ee(e)||e!==this._$AH&&e!==x,o&&(this._$AH=e);else{let l=e,a,d;for(e=s[0],a=0;a<s.length-1;a++)d=H(this,l[n+a],r,a),d===x&&(d=this._$AH[a]),o||(o=!ee(d)||d!==this._$AH[a]),d===u?e=u:e!==u&&(e+=(d??"")+s[a+1]),this._$AH[a]=d}o&&!i&&this.j(e)}j(e){e===u?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},ye=class extends D{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===u?void 0:e}},xe=class extends D{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==u)}},we=class extends D{constructor(e,r,n,i,s){super(e,r,n,i,s),this.type=5}_$AI(e,r=this){if((e=H(this,e,r,0)??u)===x)return;let n=this._$AH,i=e===u&&n!==u||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,s=e!==u&&(n===u||i);i&&this.element.removeEventListener(this.name,this,n),s&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},be=class{constructor(e,r,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=r,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){H(this,e)}},Bt={M:Je,P:E,A:Ze,C:1,L:qt,R:ve,D:Dt,V:H,I:V,H:D,N:xe,U:we,B:ye,F:be},Xn=Z.litHtmlPolyfillSupport;Xn?.(te,V),(Z.litHtmlVersions??(Z.litHtmlVersions=[])).push("3.3.3");var Ft=(t,e,r)=>{let n=r?.renderBefore??e,i=n._$litPart$;if(i===void 0){let s=r?.renderBefore??null;n._$litPart$=i=new V(e.insertBefore(X(),s),s,void 0,r??{})}return i._$AI(t),i};var re=globalThis,M=class extends T{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){var r;let e=super.createRenderRoot();return(r=this.renderOptions).renderBefore??(r.renderBefore=e.firstChild),e}update(e){let r=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Ft(r,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return x}};M._$litElement$=!0,M.finalized=!0,re.litElementHydrateSupport?.({LitElement:M});var ei=re.litElementPolyfillSupport;ei?.({LitElement:M});(re.litElementVersions??(re.litElementVersions=[])).push("4.2.2");var R={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},z=t=>(...e)=>({_$litDirective$:t,values:e}),I=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,r,n){this._$Ct=e,this._$AM=r,this._$Ci=n}_$AS(e,r){return this.update(e,r)}update(e,r){return this.render(...r)}};var ti={},Wt=z(class extends I{constructor(){super(...arguments),this.ot=ti}render(t,e){return e()}update(t,[e,r]){if(Array.isArray(e)){if(Array.isArray(this.ot)&&this.ot.length===e.length&&e.every((n,i)=>n===this.ot[i]))return x}else if(this.ot===e)return x;return this.ot=Array.isArray(e)?Array.from(e):e,this.render(e,r)}});async function jt(t,e){try{return await navigator.clipboard.writeText(t),!0}catch{return ri(t,e)}}function ri(t,e){let r=e.getRootNode().activeElement,n=document.createElement("textarea");n.className="hidden",n.readOnly=!0,n.value=t,e.append(n),n.select();let i=document.execCommand("copy");return n.remove(),r instanceof HTMLElement&&r.focus({preventScroll:!0}),i}var _e=class{constructor(e){this.server=e;this.written=Qt(r=>r.getItem(this.name))??""}get text(){return this.written}set text(e){this.written=e,Qt(r=>e===""?r.removeItem(this.name):r.setItem(this.name,e))}get name(){return`cryobot-draft:${this.server}`}};function $e(t){return[...t.trim()].length}function Qt(t){try{return t(window.sessionStorage)}catch{return null}}function Kt(t){let{conversation:e,draft:r,installation:n,words:i}=t;return{close:()=>t.close(),save(){t.save(),t.say(i.saved)},startAgain(){e.startAgain(),t.say(i.started_again)},wipe(){tt(t,""),e.wipe().then(s=>{t.say(s==="everywhere"?i.wiped_everywhere:i.wiped_here)})},press:s=>Gt(e,s),retry(s){t.focusLog(),e.retry(s)},rate(s,o){e.rate(s,o).then(()=>{let l=ni(e,s)===(o?"helpful":"not-helpful");t.say(l?i.thanks:i.failure_unreachable)})},copy(s){jt(s,t.frame()).then(o=>t.say(o?i.copied:i.copy_failed))},talkToStaff:()=>Gt(e,{title:i.talk_to_staff,payload:n.approved.staffPayload}),write:s=>tt(t,s),submit(){let s=r.text.trim();$e(s)>n.messageCharacters||(tt(t,""),t.focusField(),e.ask(s))}}}function Gt(t,e){let r=t.messages.at(-1);r?.kind==="question"&&r.state==="waiting"&&r.message===e.payload||t.ask(e.payload,e.title)}function ni(t,e){let r=t.messages.find(n=>n.kind==="answer"&&n.id===e);return r?.kind==="answer"?r.rating:null}function tt(t,e){t.draft.text=e,t.redraw()}var Ae=class{constructor(e,r){this.check=r;this.seen=()=>{document.visibilityState==="visible"&&this.check()};e.addController(this)}hostConnected(){this.timer=setInterval(this.check,6e4),document.addEventListener("visibilitychange",this.seen)}hostDisconnected(){clearInterval(this.timer),document.removeEventListener("visibilitychange",this.seen)}};function Jt(t){let e=t.filter(o=>o.kind==="question"),r=e.filter(o=>o.state==="failed"),n=new Map(r.map(o=>[o.id,o])),i=e.at(-1)?.id,s=r.at(-1)?.id;return t.flatMap((o,l)=>{let a=n.get(Yt(o)),d=t[l+1],h=ii(o,i);if(a===void 0||d!==void 0&&Yt(d)===a.id)return[h];let c=a.id===s;return[h,{kind:"failure",key:`failure-${a.id}-${a.at}`,question:a,latest:c}]})}function ii(t,e){return t.kind==="question"?{kind:"question",key:`${t.id}-${t.at}`,question:t}:{kind:"answer",key:t.id,answer:t,latest:t.answers===e}}function Yt(t){return t.kind==="question"?t.id:t.answers}var Se=class{constructor(e){this.element=e;this.text="";e.addController(this)}hostDisconnected(){clearTimeout(this.timer)}say(e){clearTimeout(this.timer),this.show(""),this.element.updateComplete.then(()=>this.show(e)),this.timer=setTimeout(()=>this.show(""),4e3+60*e.length)}show(e){this.text=e,this.element.requestUpdate()}};var Te=class{constructor(e){e.addController(this)}hostDisconnected(){clearTimeout(this.timer)}watch(e,r){clearTimeout(this.timer);let n=Date.now(),i=e.flatMap(o=>o.kind==="failure"?o.question.retryAt??[]:[]),s=Math.min(...i.filter(o=>o>n));Number.isFinite(s)&&(this.timer=setTimeout(r,s-n))}};var oi=/\r\n|[\n\v\f\r\u0085\u2028\u2029]/;function Zt(t,e){let r=t.map(n=>{let s=(n.kind==="question"?[n.text]:ai(n,e)).flatMap(o=>o.split(oi)).map(o=>`  ${o}`.trimEnd());return[si(n,e),...s].join(`
`)});return`${[e.heading,...r].join(`

`)}
`}function si(t,e){let r=t.kind==="question"?e.you:e.bot,n=t.kind==="question"&&t.state==="failed";return`${r}, ${e.time(t.at)}${n?` (${e.notDelivered})`:""}`}function ai(t,e){let r=e.callout(t);return[...r===null?[]:[r],t.text,e.source(t)]}function Xt(t,e){let r=URL.createObjectURL(new Blob([t],{type:"text/plain;charset=utf-8"})),n=document.createElement("a");n.href=r,n.download=e,n.click(),setTimeout(()=>URL.revokeObjectURL(r),1e4)}function Ee({sections:t}){return t.map(e=>`\u201C${e}\u201D`).join(", ")}var li={day:"numeric",month:"short"},rt={hour:"numeric",minute:"2-digit"};function er(t,e){return e.find(r=>r.toLowerCase().split("-")[0]===t)??t}function tr(t,e,r){let n=new Date(t).toDateString()===new Date(e).toDateString();return new Intl.DateTimeFormat(r,n?rt:{...li,...rt}).format(t)}function rr(t,e){return new Intl.DateTimeFormat(e,{...rt,second:"2-digit"}).format(t)}function nr(t,e){return new Intl.DateTimeFormat(e,{dateStyle:"medium",timeStyle:"short"}).format(t)}function Re(t,e){let r=Date.parse(`${t}T00:00:00Z`);return Number.isNaN(r)?t:new Intl.DateTimeFormat(e,{dateStyle:"medium",timeZone:"UTC"}).format(r)}function ir(t,e){return new Intl.NumberFormat(e,{style:"unit",unit:"hour",unitDisplay:"long"}).format(t)}var or={title:"Kryotherapie-Assistent",badge:"Bot, kein Fachpersonal",launcher_open:"Chat \xF6ffnen",launcher_continue:"Chat fortsetzen",launcher_close:"Chat schlie\xDFen",launcher_loading:"Der Chat wird geladen \u2026",close:"Schlie\xDFen",start_again:"Neu beginnen",save:"Als Textdatei speichern",wipe:"Unterhaltung l\xF6schen",log_label:"Unterhaltung",intro:"Ein Bot, kein medizinisches Fachpersonal: Er antwortet mit freigegebenen Texten und kann Sie nicht untersuchen.",guidance_language:"Die Antworten sind auf Englisch, weil die Hinweise nur auf Englisch freigegeben sind. Bitte schreiben Sie auf Englisch.",safety_note:"Hautver\xE4nderung nach einer Sitzung: Gehen Sie sofort zu einer Haut\xE4rztin oder einem Hautarzt. In Gefahr: Rufen Sie jetzt {number} an.",privacy:"Dieser Browser bewahrt Nachrichten bis {time} nach der letzten auf; auch der Server des Assistenten speichert sie. \u201E{wipe}\u201C entfernt sie aus beiden.",topics_heading:"H\xE4ufige Fragen",you:"Sie",bot:"Bot",escalation_emergency:"Notfall: Holen Sie jetzt Hilfe",escalation_dermatologist:"Gehen Sie sofort in eine Hautarztpraxis",escalation_doctor:"Fragen Sie eine \xC4rztin oder einen Arzt",escalation_staff:"Unser Team",call:"{number} anrufen",source_article:"Quelle: Artikel, {sections}",source_policy:"Quelle: Sicherheitsregeln, nicht der Artikel",reviewed:"Gepr\xFCft: {date}",helpful:"Hilfreich",not_helpful:"Nicht hilfreich",thanks:"Danke f\xFCr Ihre R\xFCckmeldung.",copy:"Antwort kopieren",copied:"Antwort kopiert.",copy_failed:"Kopieren ist hier nicht m\xF6glich. Bitte markieren Sie den Text.",replies_label:"Vorgeschlagene Fragen",typing:"Der Bot antwortet \u2026",failure_heading:"Zurzeit keine Antwort",failure_offline:"Es scheint keine Internetverbindung zu bestehen.",failure_timeout:"Die Antwort hat zu lange gedauert.",failure_limit:"In kurzer Zeit sind zu viele Nachrichten eingegangen.",failure_server:"Der Assistent hat ein technisches Problem.",failure_reply:"Die Antwort ist besch\xE4digt angekommen.",failure_unreachable:"Der Assistent ist gerade nicht erreichbar.",failure_retry:"Erneut versuchen",failure_wait:"Ab {time} Uhr k\xF6nnen Sie es erneut versuchen.",not_delivered:"Nicht beantwortet",message_label:"Ihre Frage",send:"Senden",too_long:"Bitte verwenden Sie h\xF6chstens {limit} Zeichen.",talk_to_staff:"Mit dem Team sprechen",started_again:"Eine neue Unterhaltung hat begonnen.",wiped_everywhere:"Die Unterhaltung ist hier und auf dem Server gel\xF6scht.",wiped_here:"Die Unterhaltung ist in diesem Browser gel\xF6scht. Der Server hat es noch nicht best\xE4tigt; das L\xF6schen dort wird erneut versucht.",saved:"Die Unterhaltung ist als Textdatei gespeichert.",save_heading:"Unterhaltung mit dem Bot",save_file:"unterhaltung"};var nt={title:"Cryotherapy assistant",badge:"Bot, not a clinician",launcher_open:"Open chat",launcher_continue:"Continue chat",launcher_close:"Close chat",launcher_loading:"The chat is loading\u2026",close:"Close",start_again:"Start again",save:"Save as text file",wipe:"Delete conversation",log_label:"Conversation",intro:"A bot, not a clinician: it answers with approved texts and cannot examine you.",guidance_language:"Answers are in English, because the guidance is approved in English only. Please write in English.",safety_note:"Mark on the skin after a session: see a dermatologist immediately. In danger: call {number} now.",privacy:"This browser keeps messages for {time} after the last one; the assistant\u2019s server keeps them, too. \u201C{wipe}\u201D removes them from both.",topics_heading:"Common questions",you:"You",bot:"Bot",escalation_emergency:"Emergency: get help now",escalation_dermatologist:"See a dermatologist immediately",escalation_doctor:"Ask a doctor",escalation_staff:"Our staff",call:"Call {number}",source_article:"Source: article, {sections}",source_policy:"Source: safety policy, not the article",reviewed:"Reviewed {date}",helpful:"Helpful",not_helpful:"Not helpful",thanks:"Thank you for your feedback.",copy:"Copy answer",copied:"Answer copied.",copy_failed:"Copying is not possible here. Please select the text.",replies_label:"Suggested questions",typing:"The bot is answering\u2026",failure_heading:"No answer right now",failure_offline:"There seems to be no internet connection.",failure_timeout:"The answer took too long.",failure_limit:"Too many messages came in a short time.",failure_server:"The assistant has a technical problem.",failure_reply:"The answer arrived damaged.",failure_unreachable:"The assistant cannot be reached right now.",failure_retry:"Try again",failure_wait:"You can try again from {time}.",not_delivered:"Not answered",message_label:"Your question",send:"Send",too_long:"Please use no more than {limit} characters.",talk_to_staff:"Talk to staff",started_again:"A new conversation has started.",wiped_everywhere:"The conversation is deleted, here and on the server.",wiped_here:"The conversation is deleted in this browser. The server has not confirmed yet; deletion there will be tried again.",saved:"The conversation is saved as a text file.",save_heading:"Conversation with the bot",save_file:"conversation"};var sr={title:"Asistente de crioterapia",badge:"Bot, no personal sanitario",launcher_open:"Abrir el chat",launcher_continue:"Continuar el chat",launcher_close:"Cerrar el chat",launcher_loading:"El chat se est\xE1 cargando\u2026",close:"Cerrar",start_again:"Empezar de nuevo",save:"Guardar como archivo de texto",wipe:"Borrar la conversaci\xF3n",log_label:"Conversaci\xF3n",intro:"Un bot, no un profesional sanitario: responde con textos aprobados y no puede examinarle.",guidance_language:"Las respuestas est\xE1n en ingl\xE9s, porque las indicaciones solo est\xE1n aprobadas en ingl\xE9s. Por favor, escriba en ingl\xE9s.",safety_note:"Marca en la piel despu\xE9s de una sesi\xF3n: acuda inmediatamente a un dermat\xF3logo. En peligro: llame ahora al {number}.",privacy:"Este navegador guarda los mensajes durante {time} despu\xE9s del \xFAltimo; el servidor del asistente tambi\xE9n los guarda. \xAB{wipe}\xBB los elimina de ambos.",topics_heading:"Preguntas frecuentes",you:"Usted",bot:"Bot",escalation_emergency:"Emergencia: pida ayuda ahora",escalation_dermatologist:"Acuda a un dermat\xF3logo de inmediato",escalation_doctor:"Consulte a un m\xE9dico",escalation_staff:"Nuestro personal",call:"Llamar al {number}",source_article:"Fuente: art\xEDculo, {sections}",source_policy:"Fuente: normas de seguridad, no el art\xEDculo",reviewed:"Revisado: {date}",helpful:"\xDAtil",not_helpful:"No es \xFAtil",thanks:"Gracias por su opini\xF3n.",copy:"Copiar la respuesta",copied:"Respuesta copiada.",copy_failed:"Aqu\xED no se puede copiar. Seleccione el texto, por favor.",replies_label:"Preguntas sugeridas",typing:"El bot est\xE1 respondiendo\u2026",failure_heading:"No hay respuesta por ahora",failure_offline:"Parece que no hay conexi\xF3n a internet.",failure_timeout:"La respuesta ha tardado demasiado.",failure_limit:"Han llegado demasiados mensajes en poco tiempo.",failure_server:"El asistente tiene un problema t\xE9cnico.",failure_reply:"La respuesta ha llegado da\xF1ada.",failure_unreachable:"Ahora mismo no se puede contactar con el asistente.",failure_retry:"Intentar de nuevo",failure_wait:"Podr\xE1 intentarlo de nuevo a partir de las {time}.",not_delivered:"Sin respuesta",message_label:"Su pregunta",send:"Enviar",too_long:"Utilice como m\xE1ximo {limit} caracteres, por favor.",talk_to_staff:"Hablar con el personal",started_again:"Ha empezado una conversaci\xF3n nueva.",wiped_everywhere:"La conversaci\xF3n se ha borrado aqu\xED y en el servidor.",wiped_here:"La conversaci\xF3n se ha borrado en este navegador. El servidor todav\xEDa no lo ha confirmado; se volver\xE1 a intentar borrarla all\xED.",saved:"La conversaci\xF3n se ha guardado como archivo de texto.",save_heading:"Conversaci\xF3n con el bot",save_file:"conversacion"};var ar={title:"Assistant cryoth\xE9rapie",badge:"Un bot, pas un soignant",launcher_open:"Ouvrir le chat",launcher_continue:"Reprendre la discussion",launcher_close:"Fermer le chat",launcher_loading:"Le chat se charge\u2026",close:"Fermer",start_again:"Recommencer",save:"Enregistrer en fichier texte",wipe:"Supprimer la conversation",log_label:"Conversation",intro:"Un bot, pas un soignant\xA0: il r\xE9pond par des textes approuv\xE9s et ne peut pas vous examiner.",guidance_language:"Les r\xE9ponses sont en anglais, car les consignes ne sont approuv\xE9es qu\u2019en anglais. Merci d\u2019\xE9crire en anglais.",safety_note:"Marque sur la peau apr\xE8s une s\xE9ance : consultez imm\xE9diatement un dermatologue. En danger : appelez le {number} maintenant.",privacy:"Ce navigateur conserve les messages pendant {time} apr\xE8s le dernier\xA0; le serveur de l\u2019assistant les conserve aussi. \xAB\xA0{wipe}\xA0\xBB les efface des deux.",topics_heading:"Questions fr\xE9quentes",you:"Vous",bot:"Bot",escalation_emergency:"Urgence\xA0: demandez de l\u2019aide maintenant",escalation_dermatologist:"Consultez un dermatologue imm\xE9diatement",escalation_doctor:"Demandez \xE0 un m\xE9decin",escalation_staff:"Notre \xE9quipe",call:"Appeler le {number}",source_article:"Source\xA0: article, {sections}",source_policy:"Source\xA0: r\xE8gles de s\xE9curit\xE9, pas l\u2019article",reviewed:"V\xE9rifi\xE9\xA0: {date}",helpful:"Utile",not_helpful:"Pas utile",thanks:"Merci pour votre avis.",copy:"Copier la r\xE9ponse",copied:"R\xE9ponse copi\xE9e.",copy_failed:"La copie n\u2019est pas possible ici. Veuillez s\xE9lectionner le texte.",replies_label:"Questions propos\xE9es",typing:"Le bot r\xE9pond\u2026",failure_heading:"Pas de r\xE9ponse pour le moment",failure_offline:"Il semble qu\u2019il n\u2019y ait pas de connexion Internet.",failure_timeout:"La r\xE9ponse a mis trop de temps.",failure_limit:"Trop de messages sont arriv\xE9s en peu de temps.",failure_server:"L\u2019assistant rencontre un probl\xE8me technique.",failure_reply:"La r\xE9ponse est arriv\xE9e ab\xEEm\xE9e.",failure_unreachable:"L\u2019assistant est injoignable pour le moment.",failure_retry:"R\xE9essayer",failure_wait:"Vous pourrez r\xE9essayer \xE0 partir de {time}.",not_delivered:"Sans r\xE9ponse",message_label:"Votre question",send:"Envoyer",too_long:"Veuillez ne pas d\xE9passer {limit} caract\xE8res.",talk_to_staff:"Parler \xE0 l\u2019\xE9quipe",started_again:"Une nouvelle conversation a commenc\xE9.",wiped_everywhere:"La conversation est supprim\xE9e, ici et sur le serveur.",wiped_here:"La conversation est supprim\xE9e dans ce navigateur. Le serveur ne l\u2019a pas encore confirm\xE9\xA0; la suppression y sera tent\xE9e \xE0 nouveau.",saved:"La conversation est enregistr\xE9e dans un fichier texte.",save_heading:"Conversation avec le bot",save_file:"conversation"};var hi={de:or,en:nt,es:sr,fr:ar},ke={emergency:"escalation_emergency",dermatologist:"escalation_dermatologist",doctor:"escalation_doctor",staff:"escalation_staff"};function lr(t){return hi[t]??nt}function b(t,e){return t.replace(/\{(\w+)\}/g,(r,n)=>e[n]??r)}function cr(t,e){let[r="",...n]=t.split(`{${e}}`);return[r,n.join("")]}function dr(t,{locale:e,title:r,words:n}){let i=Zt(t,{heading:`${n.save_heading}: ${r} (${n.badge})`,you:n.you,bot:n.bot,notDelivered:n.not_delivered,time:o=>nr(o,e),callout:({escalation:o})=>o==="none"?null:n[ke[o]],source:o=>s(o)});Xt(i,`${n.save_file}.txt`);function s(o){let l=o.basis==="article"?n.source_article:n.source_policy,a=b(n.reviewed,{date:Re(o.reviewedOn,e)});return`${b(l,{sections:Ee(o)})}. ${a}.`}}var mi="(max-width: 480px), (max-height: 480px)",Ce=class{constructor(e,r){this.element=e;this.dialog=r;this.small=matchMedia(mi);this.reopen=()=>{let e=this.dialog();if(e?.open!==!0)return;let r=this.element.shadowRoot?.activeElement;e.close(),this.open(),r instanceof HTMLElement&&r.focus({preventScroll:!0})};this.fit=()=>{let e=this.dialog()?.style;e===void 0||visualViewport===null||(e.setProperty("--screen-height",`${visualViewport.height}px`),e.setProperty("--screen-top",`${visualViewport.offsetTop}px`))};e.addController(this)}hostConnected(){this.small.addEventListener("change",this.reopen),visualViewport?.addEventListener("resize",this.fit),visualViewport?.addEventListener("scroll",this.fit)}hostDisconnected(){this.small.removeEventListener("change",this.reopen),visualViewport?.removeEventListener("resize",this.fit),visualViewport?.removeEventListener("scroll",this.fit)}open(){let e=this.dialog();e===null||e.open||(e.dataset.side=this.side(),this.fit(),this.small.matches?e.showModal():e.show())}close(){this.dialog()?.close()}side(){let e=this.element.getRootNode(),r=e instanceof ShadowRoot?e.host:this.element,{left:n,width:i}=r.getBoundingClientRect();return n+i/2<document.documentElement.clientWidth/2?"left":"right"}};var Me=class{constructor(){this.known=null}follow(e,r){let{known:n}=this,i=r.filter(o=>n!==null&&!n.has(o.key));this.known=new Set(r.map(o=>o.key)),r.length===0&&n!==null&&n.size>0&&e.scrollTo({top:0});let s=i.find(o=>o.kind!=="question");s!==void 0?pr(e,s,ur()):i.length>0&&e.scrollTo({top:e.scrollHeight,behavior:ur()})}settle(e,r){let n=r.filter(i=>i.kind==="question").at(-1);n!==void 0&&pr(e,n,"instant")}};function pr(t,{key:e},r){let n=t.querySelector(`[data-key="${CSS.escape(e)}"]`);if(n===null)return;let i=n.getBoundingClientRect().top-t.getBoundingClientRect().top-12;t.scrollTo({top:t.scrollTop+i,behavior:r})}function ur(){return matchMedia("(prefers-reduced-motion: no-preference)").matches?"smooth":"instant"}var hr=g`
  .callout {
    width: 100%;
  }

  .callout-heading {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0 0 6px;
    font-size: 0.875em;
    font-weight: 650;
    line-height: 1.35;
  }

  .doctor,
  .staff {
    border: 2px solid var(--control-line);
  }

  .dermatologist {
    padding: 14px 16px;
    border: 2px solid var(--referral-line);
    border-inline-start-width: 8px;
    border-radius: 8px 16px 16px 8px;
    background: var(--referral);
  }

  .dermatologist .callout-heading,
  .emergency .callout-heading {
    gap: 10px;
    margin-bottom: 8px;
    font-size: 1.125em;
    font-weight: 750;
  }

  .dermatologist .callout-heading {
    color: var(--referral-text);
  }

  .dermatologist .callout-heading .icon,
  .emergency .callout-heading .icon {
    width: 28px;
    height: 28px;
    stroke-width: 2;
  }

  .emergency {
    padding: 16px;
    border: 2px solid var(--danger-line);
    border-radius: 12px;
    background: var(--danger);
    color: var(--on-danger);
  }

  .safety-note {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 10px;
    margin-top: 10px;
    padding: 12px 14px;
    border: 2px solid var(--danger-line);
    border-inline-start-width: 8px;
    border-radius: 8px;
    background: var(--surface);
    color: var(--text);
    font-weight: 600;
  }

  .safety-note p {
    display: flex;
    gap: 10px;
  }

  .safety-note p .icon {
    margin-top: 2px;
    color: var(--danger-text);
  }

  .failed {
    padding: 14px 16px;
    border: 2px solid var(--control-line);
    border-radius: 12px;
  }

  .failed .callout-heading {
    color: var(--danger-text);
    font-size: 1em;
  }

  .failed .text {
    margin-top: 8px;
  }

  .call,
  .retry {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-height: 48px;
    padding: 8px 18px;
    border: 1px solid transparent;
    border-radius: 12px;
    font-weight: 650;
    line-height: 1.3;
    text-decoration: none;
  }

  .call {
    background: var(--danger);
    color: var(--on-danger);
  }

  .call:hover span {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .emergency .call {
    width: 100%;
    min-height: 60px;
    margin-bottom: 14px;
    background: var(--on-danger);
    color: #8f0a1c;
    font-size: 1.25em;
    font-weight: 750;
  }

  .emergency .call .icon {
    width: 26px;
    height: 26px;
    stroke-width: 2;
  }

  .emergency .call:focus-visible {
    outline-color: var(--on-danger);
    outline-offset: 3px;
  }

  .failure-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin-top: 14px;
  }

  .retry {
    border-color: var(--control-line);
    color: var(--text);
  }

  .retry:hover {
    background: var(--sunken);
  }

  /* Heading and button are in view together even there. */
  @media (max-height: 480px) {
    .emergency {
      padding: 10px 12px;
    }

    .emergency .callout-heading {
      margin-bottom: 6px;
    }

    .emergency .call {
      min-height: 48px;
      margin-bottom: 8px;
      padding-block: 4px;
    }
  }

  @media (forced-colors: active) {
    .emergency {
      border-width: 6px;
    }

    .call {
      border-width: 2px;
    }
  }
`;var mr=g`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .answer .chips {
    padding-top: 4px;
  }

  .chip {
    min-height: 44px;
    max-width: 100%;
    padding: 9px 16px;
    border-color: var(--accent-line);
    border-radius: 22px;
    background: var(--surface);
    color: var(--accent-text);
    font-size: 0.9375em;
    font-weight: 550;
    line-height: 1.35;
  }

  .chip:hover {
    border-color: var(--accent-text);
    box-shadow: inset 0 0 0 1px var(--accent-text);
  }

  .past .chip {
    border-color: var(--line);
    background: none;
    color: var(--muted);
    font-weight: 400;
  }
`;var fr=g`
  .notice {
    flex: none;
    margin: 0;
    padding: 10px 16px;
    border-top: 1px solid var(--line);
    background: var(--surface);
    font-size: 0.875em;
    font-weight: 550;
  }

  .notice:empty {
    padding: 0;
    border: 0;
  }

  .composer {
    flex: none;
    margin: 0;
    padding: 12px 12px 4px;
    border-top: 1px solid var(--line);
  }

  .field {
    display: flex;
    align-items: flex-end;
    gap: 8px;
  }

  textarea {
    flex: 1;
    min-width: 0;
    min-height: 48px;
    max-height: min(144px, 25vh);
    margin: 0;
    padding: 11px 16px;
    border: 1px solid var(--control-line);
    border-radius: 24px;
    resize: none;
    background: var(--surface);
    color: var(--text);
    font: inherit;
    scrollbar-width: thin;
  }

  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }

  textarea:focus-visible {
    border-color: var(--accent-text);
    outline-width: 2px;
    outline-offset: 0;
  }

  textarea[aria-invalid="true"] {
    border: 2px solid var(--danger-line);
  }

  .send {
    display: grid;
    place-items: center;
    flex: none;
    width: 48px;
    height: 48px;
    padding: 0;
    border-color: var(--accent-line);
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
  }

  .send .icon {
    width: 22px;
    height: 22px;
    stroke-width: 2.25;
  }

  .send:hover:not(:disabled) {
    box-shadow: inset 0 0 0 2px var(--on-accent);
  }

  .too-long {
    margin: 0 4px 8px;
    color: var(--danger-text);
    font-size: 0.875em;
    font-weight: 600;
  }

  .footer {
    display: flex;
    flex: none;
    align-items: center;
    padding: 0 8px 6px;
  }

  .to-staff {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    min-height: 44px;
    margin-inline-start: auto;
    padding: 4px 12px;
    border-radius: 12px;
    color: var(--accent-text);
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.2;
  }

  .to-staff:hover span {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .to-staff:focus-visible {
    outline-offset: -3px;
  }

  @media (max-height: 480px) {
    .composer {
      padding: 4px 8px 0;
    }

    textarea {
      min-height: 44px;
      padding-block: 9px;
    }

    .send {
      width: 44px;
      height: 44px;
    }

    .footer {
      padding-bottom: 0;
    }
  }
`;var gr=g`
  button {
    appearance: none;
    margin: 0;
    border: 1px solid transparent;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  button:disabled {
    cursor: not-allowed;
    opacity: 0.55;
  }

  :focus-visible {
    outline: 3px solid var(--accent-text);
    outline-offset: 2px;
  }

  .icon {
    flex: none;
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .tool {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    padding: 0;
    border-radius: 12px;
    color: var(--muted);
  }

  .tool:hover {
    background: var(--sunken);
    color: var(--text);
  }

  .tool:focus-visible {
    outline-offset: -3px;
  }

  .tool.small .icon {
    width: 18px;
    height: 18px;
  }

  .tool[aria-pressed="true"] {
    border-color: var(--accent-line);
    background: var(--surface);
    color: var(--accent-text);
  }

  .tool[aria-pressed="true"] .icon {
    fill: currentColor;
    fill-opacity: 0.25;
    stroke-width: 2.25;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: no-preference) {
    button,
    .call {
      transition:
        background-color 120ms,
        border-color 120ms,
        color 120ms;
    }
  }

  @media (forced-colors: active) {
    button:not(.tool),
    .call {
      border-color: ButtonBorder;
    }

    .tool[aria-pressed="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;var vr=g`
  :host([placement="inline"]) {
    display: block;
    width: 100%;
    height: 100%;
    min-width: 0;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  .frame {
    container-type: inline-size;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    overflow: hidden auto;
    overscroll-behavior: contain;
    background: var(--surface);
    color: var(--text);
    font: 400 max(1em, 16px) / 1.5 var(--font);
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  section.frame,
  .frame[open] {
    display: flex;
    flex-direction: column;
  }

  section.frame {
    height: 100%;
    border-radius: 16px;
  }

  dialog.frame {
    position: fixed;
    inset: auto auto 96px auto;
    z-index: 2147483000;
    width: 416px;
    max-width: calc(100vw - 32px);
    height: 720px;
    max-height: calc(100vh - 116px);
    max-height: calc(100dvh - 116px);
    border-radius: 20px;
    box-shadow: var(--shadow);
  }

  dialog.frame[data-side="right"] {
    right: 20px;
  }

  dialog.frame[data-side="left"] {
    left: 20px;
  }

  /* The whole screen of a phone, or what its keyboard leaves of it (../screen.ts measures that). */
  dialog.frame:modal {
    inset: var(--screen-top, 0) 0 auto 0;
    width: 100%;
    max-width: none;
    height: var(--screen-height, 100dvh);
    max-height: none;
    border: 0;
    border-radius: 0;
    padding: 0 env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
  }

  dialog.frame::backdrop {
    background: var(--surface);
  }

  @media (prefers-reduced-motion: no-preference) {
    dialog.frame[open] {
      animation: rise 180ms ease-out;
    }
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(10px);
    }
  }
`;var yr=g`
  .header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 10px;
    padding: 10px 8px 10px 16px;
    border-bottom: 1px solid var(--line);
  }

  .mark {
    display: grid;
    place-items: center;
    flex: none;
    width: 38px;
    height: 38px;
    border: 1px solid var(--accent-line);
    border-radius: 12px;
    background: var(--accent);
    color: var(--on-accent);
  }

  .mark .icon {
    width: 24px;
    height: 24px;
    stroke-width: 1.5;
  }

  .names {
    flex: 1;
    min-width: 0;
  }

  .title {
    margin: 0;
    font-size: 1em;
    font-weight: 650;
    line-height: 1.25;
  }

  .badge {
    margin: 2px 0 0;
    color: var(--muted);
    font-size: 0.8125em;
    line-height: 1.3;
  }

  @media (max-height: 480px) {
    .header {
      padding-block: 0;
      min-height: 44px;
    }

    .mark {
      width: 32px;
      height: 32px;
    }

    .badge {
      margin-top: 0;
    }
  }

  @container (max-width: 339px) {
    .header {
      padding-inline-start: 12px;
    }

    .mark {
      display: none;
    }
  }
`;var xr=g`
  .log {
    position: relative;
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    gap: 16px;
    min-height: 72px;
    padding: 16px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    background: var(--sunken);
    scrollbar-color: var(--control-line) transparent;
    scrollbar-width: thin;
  }

  .log:focus-visible {
    outline-offset: -3px;
  }

  .log p {
    margin: 0;
  }

  .greeting {
    display: flex;
    flex-direction: column;
    gap: 12px;
  }

  .intro,
  .privacy {
    color: var(--muted);
    font-size: 0.875em;
  }

  .language-notice {
    padding: 10px 14px;
    border: 1px solid var(--accent-line);
    border-inline-start-width: 4px;
    border-radius: 8px;
    background: var(--surface);
    font-size: 0.9375em;
  }

  .topics-heading {
    margin: 4px 0 -4px;
    font-size: 0.875em;
    font-weight: 650;
  }

  /* Longer lines are hard to read where the chat fills a wide page. */
  .answer,
  .failure,
  .greeting {
    max-width: 42em;
  }

  .bubble {
    width: fit-content;
    max-width: 100%;
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: 4px 16px 16px 16px;
    background: var(--surface);
    white-space: pre-line;
  }

  div.bubble {
    white-space: normal;
  }

  .text {
    white-space: pre-line;
  }

  .question {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    gap: 4px;
  }

  .question .bubble {
    max-width: 86%;
    border-color: var(--accent-line);
    border-radius: 16px 16px 4px 16px;
    background: var(--accent);
    color: var(--on-accent);
    white-space: pre-wrap;
  }

  .about {
    display: flex;
    align-items: center;
    gap: 10px;
    color: var(--muted);
    font-size: 0.8125em;
  }

  .not-delivered {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--danger-text);
    font-weight: 600;
  }

  .not-delivered .icon {
    width: 16px;
    height: 16px;
  }

  .answer .about {
    justify-content: space-between;
    padding-inline-start: 2px;
  }

  .answer-tools {
    display: inline-flex;
  }

  .source {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    padding: 6px 2px 0;
    color: var(--muted);
    font-size: 0.8125em;
    line-height: 1.45;
  }

  .typing {
    display: flex;
    align-items: center;
    gap: 10px;
    color: var(--muted);
    font-size: 0.875em;
  }

  .typing:empty {
    display: none;
  }
`;var wr=g`
  .dots {
    display: inline-flex;
    gap: 4px;
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: 4px 14px 14px 14px;
    background: var(--surface);
  }

  .dots span {
    width: 7px;
    height: 7px;
    border: 4px solid var(--muted);
    border-radius: 50%;
  }

  @media (prefers-reduced-motion: no-preference) {
    .dots span {
      animation: breathe 1.2s ease-in-out infinite;
    }

    .dots span:nth-child(2) {
      animation-delay: 0.2s;
    }

    .dots span:nth-child(3) {
      animation-delay: 0.4s;
    }

    .message {
      animation: appear 160ms ease-out;
    }
  }

  @keyframes breathe {
    50% {
      opacity: 0.3;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;var br=g`
  :host {
    all: initial;
    color-scheme: light dark;
    --surface: #ffffff;
    --sunken: #f1f5f7;
    --text: #15212a;
    --muted: #4a5964;
    --line: #d6dfe4;
    --control-line: #74848f;
    --accent-text: var(--accent-text-light);
    --accent-line: var(--accent-line-light);
    --danger: #ab0e23;
    --danger-line: #ab0e23;
    --on-danger: #ffffff;
    --danger-text: #ab0e23;
    --referral: #fff6e9;
    --referral-line: #b45309;
    --referral-text: #7c2d0c;
    --shadow: 0 12px 40px rgb(16 32 44 / 0.22), 0 2px 8px rgb(16 32 44 / 0.12);
    --font: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --surface: #1a2329;
      --sunken: #11181c;
      --text: #eef3f6;
      --muted: #b0bdc6;
      --line: #35434c;
      --control-line: #84959f;
      --accent-text: var(--accent-text-dark);
      --accent-line: var(--accent-line-dark);
      --danger: #b5142b;
      --danger-line: #ff8d99;
      --danger-text: #ffa3ac;
      --referral: #30240f;
      --referral-line: #f2a93b;
      --referral-text: #ffd08a;
      --shadow: 0 12px 40px rgb(0 0 0 / 0.6), 0 0 0 1px #35434c;
    }
  }
`;var _r=[br,vr,gr,yr,xr,mr,hr,fr,wr];var fi=/^(inherit|initial|unset|revert|revert-layer|currentcolor)$|\b(var|env|attr)\(|currentcolor/i;function $r(t){return!fi.test(t.trim())&&CSS.supports("color",t)}var Ar={red:0,green:0,blue:0},Sr={red:255,green:255,blue:255},Er=4.5,Rr=3;function kr(t){let e=/^(rgba?|color)\((?:srgb )?([^()]+)\)$/.exec(t.trim());if(e===null)return null;let[r,n,i,s]=(e[2]??"").split(/[\s,/]+/).map(Number);if(![r,n,i].every(Number.isFinite)||s===0)return null;let o=e[1]==="color"?255:1;return{red:q((r??0)*o),green:q((n??0)*o),blue:q((i??0)*o)}}function Cr(t){return`#${[t.red,t.green,t.blue].map(e=>e.toString(16).padStart(2,"0")).join("")}`}function Tr(t){return .2126*it(t.red)+.7152*it(t.green)+.0722*it(t.blue)}function ot(t,e){let[r,n]=[Tr(t),Tr(e)].sort((i,s)=>i-s);return(n+.05)/(r+.05)}function st(t){return ot(Sr,t)>=ot(Ar,t)?Sr:Ar}function at(t,e,r){let n=st(e);for(let i=0;i<1;i+=.02){let s=gi(t,n,i);if(ot(s,e)>=r)return s}return n}function gi(t,e,r){return{red:q(t.red+(e.red-t.red)*r),green:q(t.green+(e.green-t.green)*r),blue:q(t.blue+(e.blue-t.blue)*r)}}function q(t){return Math.min(255,Math.max(0,Math.round(t)))}function it(t){let e=t/255;return e<=.04045?e/12.92:((e+.055)/1.055)**2.4}var vi={red:11,green:95,blue:120},yi={light:Er,dark:6.5},Mr={light:{red:241,green:245,blue:247},dark:{red:36,green:46,blue:53}};function Ir(t,e){let r=(e===null?null:xi(t,e))??vi,n={"--accent":r,"--on-accent":st(r)};for(let i of["light","dark"])n[`--accent-text-${i}`]=at(r,Mr[i],yi[i]),n[`--accent-line-${i}`]=at(r,Mr[i],Rr);for(let[i,s]of Object.entries(n))t.style.setProperty(i,Cr(s))}function xi(t,e){if(!$r(e))return null;t.style.color=e;let r=`color-mix(in srgb, ${e} 100%, black)`;CSS.supports("color",r)&&(t.style.color=r);let n=kr(getComputedStyle(t).color);return t.style.color="",n}var{I:wi}=Bt,Or=t=>t;var Pr=t=>t.strings===void 0,Lr=()=>document.createComment(""),B=(t,e,r)=>{let n=t._$AA.parentNode,i=e===void 0?t._$AB:e._$AA;if(r===void 0){let s=n.insertBefore(Lr(),i),o=n.insertBefore(Lr(),i);r=new wi(s,o,t,t.options)}else{let s=r._$AB.nextSibling,o=r._$AM,l=o!==t;if(l){let a;r._$AQ?.(t),r._$AM=t,r._$AP!==void 0&&(a=t._$AU)!==o._$AU&&r._$AP(a)}if(s!==i||l){let a=r._$AA;for(;a!==s;){let d=Or(a).nextSibling;Or(n).insertBefore(a,i),a=d}}}return r},O=(t,e,r=t)=>(t._$AI(e,r),t),bi={},Ie=(t,e=bi)=>t._$AH=e,Nr=t=>t._$AH,Oe=t=>{t._$AR(),t._$AA.remove()};var Ur=z(class extends I{constructor(t){if(super(t),t.type!==R.PROPERTY&&t.type!==R.ATTRIBUTE&&t.type!==R.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Pr(t))throw Error("`live` bindings can only contain a single expression")}render(t){return t}update(t,[e]){if(e===x||e===u)return e;let r=t.element,n=t.name;if(t.type===R.PROPERTY){if(e===r[n])return x}else if(t.type===R.BOOLEAN_ATTRIBUTE){if(!!e===r.hasAttribute(n))return x}else if(t.type===R.ATTRIBUTE&&r.getAttribute(n)===e+"")return x;return Ie(t),e}});function _(t){return p`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${t}</svg>`}var Hr=_(w`<path d="M6 6l12 12M18 6L6 18" />`),Le=_(w`<path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5" /><path d="M6.5 2.5v4.3h4.3" />`),Dr=_(w`<path d="M12 4v11M7.5 10.8 12 15.3l4.5-4.5M5 19.5h14" />`),Vr=_(w`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.3 11v4.8M13.7 11v4.8" />`),zr=_(w`<path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" />`),qr=_(w`<path d="M7.5 11v8.5H4V11zM7.5 11l4-7c1.5 0 2.4 1.1 2.2 2.5L13.2 10h5.1c1.1 0 1.9 1 1.7 2.1l-1.1 5.8c-.2.9-1 1.6-1.9 1.6H7.5" />`),Br=_(w`<path d="M7.5 13V4.5H4V13zM7.5 13l4 7c1.5 0 2.4-1.1 2.2-2.5L13.2 14h5.1c1.1 0 1.9-1 1.7-2.1l-1.1-5.8c-.2-.9-1-1.6-1.9-1.6H7.5" />`),Fr=_(w`<rect x="8.5" y="8.5" width="11" height="11" rx="2" /><path d="M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2" />`),Wr=_(w`<path d="M6.2 4h3l1.5 4-2 1.6a12 12 0 0 0 5.7 5.7l1.6-2 4 1.5v3c0 1-.9 1.8-1.9 1.7C10.8 18.9 5.1 13.2 4.5 5.9 4.4 4.9 5.2 4 6.2 4z" />`),Pe=_(w`<path d="M4.5 14v-2a7.5 7.5 0 0 1 15 0v2M4.5 13.5h3v5h-1a2 2 0 0 1-2-2zM19.5 13.5h-3v5h1a2 2 0 0 0 2-2zM17.5 18.5c0 1.5-1.5 2.5-4 2.5" />`),jr=_(w`<path d="M6.5 3.5H5v5.2a4.5 4.5 0 0 0 9 0V3.5h-1.5M9.5 13.2v2.3a4.5 4.5 0 0 0 9 0v-2" /><circle cx="18.5" cy="11.5" r="2" />`),Qr=_(w`<circle cx="10.5" cy="10.5" r="6.5" /><path d="M15.3 15.3 20.5 20.5" /><circle cx="10.5" cy="10.5" r="1.6" fill="currentColor" />`),Gr=_(w`<path d="M12 3.5 22 20.5H2zM12 10v4.8M12 17.4v.4" />`),F=_(w`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5v5.2M12 15.9v.4" />`),Kr=_(w`<path d="M5.5 4h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H12l-4.5 3.5V17h-2a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z" /><path d="M12 7v7M9 8.7l6 3.6M15 8.7l-6 3.6" />`);function Yr({actions:t,installation:e,words:r},n){let i=e.messageCharacters,s=$e(n),o=s>i;return p`<form class="composer" @submit=${l=>Jr(l,t.submit)}>
    ${o?p`<p class="too-long" id="too-long" role="alert">
          ${b(r.too_long,{limit:String(i)})} <span aria-hidden="true">${s}/${i}</span>
        </p>`:u}
    <div class="field">
      <label class="hidden" for="message">${r.message_label}</label>
      <textarea
        id="message"
        rows="1"
        autocomplete="off"
        enterkeyhint="send"
        placeholder=${r.message_label}
        aria-invalid=${o?"true":"false"}
        aria-describedby=${o?"too-long":u}
        .value=${Ur(n)}
        @input=${l=>t.write(l.target.value)}
        @keydown=${l=>_i(l,t.submit)}
      ></textarea>
      <button type="submit" class="send" aria-label=${r.send} title=${r.send} ?disabled=${o}>
        ${zr}
      </button>
    </div>
  </form>`}function Jr(t,e){t.preventDefault(),e()}function _i(t,e){t.key!=="Enter"||t.shiftKey||t.isComposing||Jr(t,e)}function Zr(t){t.style.height="auto";let e=t.offsetHeight-t.clientHeight;t.style.height=`${t.scrollHeight+e}px`}function W(t,e,r){return p`<button type="button" class="tool" aria-label=${t} title=${t} @click=${r}>${e}</button>`}function Xr({actions:t,words:e}){return p`<footer class="footer" role="none">
    ${W(e.start_again,Le,t.startAgain)} ${W(e.save,Dr,t.save)}
    ${W(e.wipe,Vr,t.wipe)}
    <button type="button" class="to-staff" @click=${t.talkToStaff}>
      ${Pe}<span>${e.talk_to_staff}</span>
    </button>
  </footer>`}function en({actions:t,closable:e,title:r,words:n}){return p`<header class="header" role="none">
    <span class="mark">${Kr}</span>
    <div class="names">
      <h2 class="title">${r}</h2>
      <p class="badge">${n.badge}</p>
    </div>
    ${e?W(n.close,Hr,t.close):u}
  </header>`}var tn=(t,e,r)=>{let n=new Map;for(let i=e;i<=r;i++)n.set(t[i],i);return n},rn=z(class extends I{constructor(t){if(super(t),t.type!==R.CHILD)throw Error("repeat() can only be used in text expressions")}dt(t,e,r){let n;r===void 0?r=e:e!==void 0&&(n=e);let i=[],s=[],o=0;for(let l of t)i[o]=n?n(l,o):o,s[o]=r(l,o),o++;return{values:s,keys:i}}render(t,e,r){return this.dt(t,e,r).values}update(t,[e,r,n]){let i=Nr(t),{values:s,keys:o}=this.dt(e,r,n);if(!Array.isArray(i))return this.ut=o,s;let l=this.ut??(this.ut=[]),a=[],d,h,c=0,f=i.length-1,m=0,v=s.length-1;for(;c<=f&&m<=v;)if(i[c]===null)c++;else if(i[f]===null)f--;else if(l[c]===o[m])a[m]=O(i[c],s[m]),c++,m++;else if(l[f]===o[v])a[v]=O(i[f],s[v]),f--,v--;else if(l[c]===o[v])a[v]=O(i[c],s[v]),B(t,a[v+1],i[c]),c++,v--;else if(l[f]===o[m])a[m]=O(i[f],s[m]),B(t,i[c],i[f]),f--,m++;else if(d===void 0&&(d=tn(o,m,v),h=tn(l,c,f)),d.has(l[c]))if(d.has(l[f])){let S=h.get(o[m]),Ve=S!==void 0?i[S]:null;if(Ve===null){let ct=B(t,i[c]);O(ct,s[m]),a[m]=ct}else a[m]=O(Ve,s[m]),B(t,i[c],Ve),i[S]=null;m++}else Oe(i[f]),f--;else Oe(i[c]),c++;for(;m<=v;){let S=B(t,a[v+1]);O(S,s[m]),a[m++]=S}for(;c<=f;){let S=i[c++];S!==null&&Oe(S)}return this.ut=o,Ie(t,a),x}});function nn(t){let e=t.replace(/\D/g,"");return e===""?null:`tel:${/^\D*\+/.test(t)?"+":""}${e}`}function j({installation:t,words:e}){let r=nn(t.emergencyNumber);if(r===null)return u;let n=b(e.call,{number:t.emergencyNumber});return p`<a class="call" href=${r}>${Wr}<span>${n}</span></a>`}var $i={emergency:Gr,dermatologist:Qr,doctor:jr,staff:Pe};function on(t,{escalation:e,id:r},n){if(e==="none")return p`<div class="bubble">${n}</div>`;let i=`callout-${r}`;return p`<div class="bubble callout ${e}" role="group" aria-labelledby=${i}>
    <h4 class="callout-heading" id=${i}>
      ${$i[e]}<span>${t.words[ke[e]]}</span>
    </h4>
    ${e==="emergency"?j(t):u} ${n}
  </div>`}var lt=t=>t??u;function Ne(t,e,r){let{actions:n,words:i}=t,s=r.labelledBy===void 0?i.replies_label:void 0;return p`<div
    class="chips ${r.latest?"":"past"}"
    role="group"
    aria-label=${lt(s)}
    aria-labelledby=${lt(r.labelledBy)}
  >
    ${e.map(o=>p`<button
          type="button"
          class="chip"
          lang=${r.language}
          data-payload=${o.payload}
          @click=${()=>n.press(o)}
        >
          ${o.title}
        </button>`)}
  </div>`}function Ue(t){let{installation:e,words:r}=t;return p`<div class="safety-note" role="note">
    <p>${F}<span>${b(r.safety_note,{number:e.emergencyNumber})}</span></p>
    ${j(t)}
  </div>`}function sn({locale:t,words:e},r){let n=b(e.reviewed,{date:Re(r.reviewedOn,t)});return p`<p class="source">
    <span>${r.basis==="article"?Ai(e.source_article,r):e.source_policy}</span>
    <span>${n}</span>
  </p>`}function Ai(t,e){let[r,n]=cr(t,"sections");return p`${r}<span lang=${e.language}>${Ee(e)}</span>${n}`}function He(t,e){return p`<time class="time" datetime=${new Date(t).toISOString()}>${tr(t,Date.now(),e)}</time>`}var Si=["unclear","out-of-scope","not-covered"];function ln(t,e,r){let{actions:n,language:i,locale:s,words:o}=t,{id:l,rating:a}=e,d=e.language!==i&&Si.includes(e.guidanceId),h=p`<p class="text" lang=${e.language} dir="ltr">${e.text}</p>`;return p`<article
    class="message answer"
    data-kind="answer"
    data-key=${l}
    data-guidance-id=${e.guidanceId}
    data-escalation=${e.escalation}
  >
    <h3 class="hidden">${o.bot}</h3>
    ${on(t,e,h)} ${d?Ue(t):u} ${sn(t,e)}
    <div class="about">
      ${He(e.at,s)}
      <span class="answer-tools">
        ${an(o.helpful,qr,a==="helpful",()=>n.rate(l,!0))}
        ${an(o.not_helpful,Br,a==="not-helpful",()=>n.rate(l,!1))}
        <button
          type="button"
          class="tool small"
          aria-label=${o.copy}
          title=${o.copy}
          @click=${()=>n.copy(e.text)}
        >
          ${Fr}
        </button>
      </span>
    </div>
    ${e.buttons.length>0?Ne(t,e.buttons,{language:e.language,latest:r}):u}
  </article>`}function an(t,e,r,n){return p`<button
    type="button"
    class="tool small"
    aria-label=${t}
    aria-pressed=${r?"true":"false"}
    title=${t}
    @click=${n}
  >
    ${e}
  </button>`}function De(t,e){return pn(t,e)??{language:e,content:""}}function cn(t,e){return pn(t.topics,e)??{language:e,content:[]}}function dn(t,e){return e in t.unavailable}function pn(t,e){for(let r of[e,"en",...Object.keys(t)]){let n=t[r];if(n!==void 0)return{language:r,content:n}}return null}var Ti={offline:"failure_offline",timeout:"failure_timeout",limit:"failure_limit",server:"failure_server",reply:"failure_reply",unreachable:"failure_unreachable"};function un(t,e,r,n){let{actions:i,locale:s,words:o}=t,l=r.failure??"server",a=r.retryAt!==null&&r.retryAt>Date.now()?r.retryAt:null;return p`<article
    class="message failure"
    data-kind="failure"
    data-key=${e}
    data-reason=${l}
  >
    <div class="bubble callout failed">
      <div role="alert">
        <h3 class="callout-heading">${F}<span>${o.failure_heading}</span></h3>
        <p>
          ${o[Ti[l]]}
          ${a===null?u:b(o.failure_wait,{time:rr(a,s)})}
        </p>
        ${n?Ei(t):u}
      </div>
      <div class="failure-actions">
        ${n?j(t):u}
        <button type="button" class="retry" ?disabled=${a!==null} @click=${()=>i.retry(r.id)}>
          ${Le}<span>${o.failure_retry}</span>
        </button>
      </div>
    </div>
  </article>`}function Ei({installation:t,language:e}){let{content:r,language:n}=De(t.approved.unavailable,e);return p`<p class="text" lang=${n} dir="ltr">${r}</p>`}function hn(t,e){let{installation:r,language:n,locale:i,words:s}=t,{approved:o}=r,l=cn(o,n),a=b(s.privacy,{time:ir(r.keepHours,i),wipe:s.wipe});return p`<section class="greeting">
    <p class="intro" id="intro">${s.intro}</p>
    ${dn(o,n)?u:p`<div class="language-notice">
          <p>${s.guidance_language}</p>
          ${Ue(t)}
        </div>`}
    ${o.greeting.map(d=>{let{content:h,language:c}=De(d,n);return p`<p class="bubble" lang=${c} dir="ltr">${h}</p>`})}
    ${l.content.length===0?u:p`<h3 class="topics-heading" id="topics">${s.topics_heading}</h3>
          ${Ne(t,l.content,{language:l.language,latest:e,labelledBy:"topics"})}`}
    <p class="privacy">${a}</p>
  </section>`}function mn({locale:t,words:e},r,n){return p`<article
    class="message question"
    data-kind="question"
    data-key=${r}
    data-state=${n.state}
  >
    <h3 class="hidden">${e.you}</h3>
    <p class="bubble" dir="auto">${n.text}</p>
    <p class="about">
      ${n.state==="failed"?p`<span class="not-delivered">${F}${e.not_delivered}</span>`:u}
      ${He(n.at,t)}
    </p>
  </article>`}function fn(t,e,r,n){let{words:i}=t;return p`<div
    class="log"
    role="log"
    aria-live=${n?"polite":"off"}
    aria-label=${i.log_label}
    tabindex="0"
  >
    ${hn(t,e.length===0)}
    ${rn(e,s=>s.key,s=>Ri(t,s))}
    <div class="typing" role="status">
      ${r?p`<span class="dots" aria-hidden="true"><span></span><span></span><span></span></span>
            <span>${i.typing}</span>`:""}
    </div>
  </div>`}function Ri(t,e){switch(e.kind){case"question":return mn(t,e.key,e.question);case"answer":return ln(t,e.answer,e.latest);case"failure":return un(t,e.key,e.question,e.latest)}}var ki=500,Q=class extends M{constructor(r,n){super();this.options=r;this.conversation=n;this.notices=new Se(this);this.clock=new Te(this);this.screen=new Ce(this,()=>this.find("dialog.frame"));this.scrolling=new Me;this.entries=[];this.announced=!1;this.introduced=!1;this.changes=0;this.changed=()=>{this.entries=Jt(this.conversation.messages),this.clock.watch(this.entries,this.changed),this.changes+=1,this.requestUpdate()};this.cancelled=r=>{r.preventDefault(),this.leave()};this.pressed=r=>{r.key!=="Escape"||r.isComposing||r.defaultPrevented||(r.preventDefault(),this.leave())};new Ae(this,()=>n.catchUp());let{installation:i,language:s,placement:o,server:l,title:a}=r,d=lr(s);this.draft=new _e(l);let h=Kt({conversation:n,installation:i,words:d,draft:this.draft,say:c=>this.notices.say(c),redraw:()=>this.requestUpdate(),focusField:()=>this.focusOn("textarea"),focusLog:()=>this.focusOn(".log"),frame:()=>this.find(".frame")??this,save:()=>dr(n.messages,this.scene),close:()=>this.leave()});this.scene={actions:h,installation:i,language:s,words:d,locale:er(s,navigator.languages),title:a??d.title,closable:o==="floating"}}connectedCallback(){super.connectedCallback(),this.setAttribute("placement",this.options.placement),Ir(this,this.options.color),this.conversation.addEventListener("change",this.changed),this.changed()}disconnectedCallback(){super.disconnectedCallback(),this.conversation.removeEventListener("change",this.changed)}async open(){this.conversation.catchUp(),await this.updateComplete,this.screen.open(),this.settle(),this.focusOn("textarea")}close(){this.screen.close(),this.announced=!1,this.introduced=!0,this.changed()}render(){let{announced:r,conversation:n,entries:i,options:s,scene:o}=this,l=p`${en(o)}
      ${Wt([this.changes,r],()=>fn(o,i,n.waiting,r))}
      <p class="notice" role="status">${this.notices.text}</p>
      ${Yr(o,this.draft.text)} ${Xr(o)}`;if(s.placement==="inline")return p`<section class="frame" aria-label=${o.title} lang=${o.language} dir="ltr">
        ${l}
      </section>`;let a=this.introduced||i.length>0?u:"intro";return p`<dialog
      class="frame"
      aria-label=${o.title}
      aria-describedby=${a}
      lang=${o.language}
      dir="ltr"
      @cancel=${this.cancelled}
      @keydown=${this.pressed}
    >
      ${l}
    </dialog>`}firstUpdated(){this.options.placement==="inline"&&this.settle()}updated(r){let n=this.find(".log"),i=this.find("textarea");n!==null&&this.scrolling.follow(n,this.entries),i!==null&&Zr(i)}leave(){this.close(),this.options.onClose()}settle(){let r=this.find(".log");r!==null&&this.scrolling.settle(r,this.entries),setTimeout(()=>{this.announced=!0,this.requestUpdate()},ki)}focusOn(r){this.find(r)?.focus({preventScroll:!0})}find(r){return this.renderRoot.querySelector(r)}};Q.styles=_r;customElements.define("cryobot-chat-panel",Q);var uc=(t,e)=>{let r=St(e.installation,e.server);r.addEventListener("answer",i=>{let{escalation:s,guidanceId:o}=i.detail;e.onEvent({name:"answer",guidanceId:o,escalation:s})}),r.addEventListener("failure",i=>{e.onEvent({name:"failure",reason:i.detail.reason})});let n=new Q(e,r);return t.append(n),{open:()=>{n.open()},close:()=>n.close(),send:i=>{r.ask(i)},remove(){n.remove(),r.dispose()}}};export{uc as mount};
/*! Bundled license information:

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
lit-html/directive.js:
lit-html/directives/repeat.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/guard.js:
lit-html/directives/if-defined.js:
  (**
   * @license
   * Copyright 2018 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directive-helpers.js:
lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
