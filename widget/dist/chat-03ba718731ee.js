function w(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)}function A(t){return typeof t=="string"&&t.trim()!==""}function ie(t){return typeof t=="number"&&t>=0&&t<=864e13}function se(t){return Number.isSafeInteger(t)&&t>0}function S(t,e){return typeof e=="string"&&t.includes(e)}function k(t){try{return JSON.parse(t)}catch{return null}}async function mt(t,e){let n=t.body?.getReader();if(n===void 0)return"";let r=new TextDecoder("utf-8",{fatal:!0}),o="",i=0;try{for(;;){let{done:s,value:a}=await n.read();if(s)return o+r.decode();if(i+=a.byteLength,i>e)return n.cancel().catch(()=>{}),null;o+=r.decode(a,{stream:!0})}}catch(s){if(s instanceof TypeError)return null;throw s}}var v=class extends Error{constructor(n,r=null,o=[]){super(`The assistant did not answer: ${n}.`);this.reason=n;this.retryAfterSeconds=r;this.replies=o;this.name="ServerFailure"}};var Tr=["emergency","dermatologist","doctor","staff","none"],Er=["article","safety-policy"],Rr=/^[a-z]+(-[a-z]+)*$/,Cr=/^\/[a-z]+(-[a-z]+)*$/,Mr=/^[a-z]{2}$/,Ir=/^\d{4}-\d{2}-\d{2}$/;function le(t){let{text:e,language:n,guidanceId:r,escalation:o,basis:i,sections:s,reviewedOn:a,version:l,buttons:c}=t;return!A(e)||!A(l)||!ae(Rr,r)||!ae(Mr,n)||!S(Tr,o)||!S(Er,i)||!Lr(a)||!Array.isArray(s)||!s.every(A)||!Array.isArray(c)?null:{text:e,language:n,guidanceId:r,escalation:o,basis:i,sections:[...s],reviewedOn:a,version:l,buttons:c.flatMap(h=>Or(h)??[])}}function Or(t){return!w(t)||!A(t.title)||!ae(Cr,t.payload)?null:{title:t.title,payload:t.payload}}function ae(t,e){return typeof e=="string"&&t.test(e)}function Lr(t){return ae(Ir,t)&&!Number.isNaN(Date.parse(`${t}T00:00:00Z`))}var Pr=20;function ft(t){let e=k(t),n=w(e)?e.replies:null;if(!Array.isArray(n)||n.length>Pr)throw new v("reply");if(n.length===0&&!(w(e)&&e.state==="person"))throw new v("reply");let r=n.flatMap(o=>Dr(o)??[]);if(r.length<n.length)throw new v("reply",null,r);return r}function Dr(t){if(!w(t)||!w(t.metadata))return null;let{metadata:e}=t;return le({text:t.text,language:e.language,guidanceId:e.guidance_id,escalation:e.escalation,basis:e.basis,sections:e.sections,reviewedOn:e.reviewed_on,version:e.version,buttons:t.buttons})}var Nr=/^[a-z]{2}$/;function ce(t,e,n){return A(e)?A(t)?{author:t,text:e,language:null}:t!==null||typeof n!="string"||!Nr.test(n)?null:{author:t,text:e,language:n}:null}var Ur=["assistant","waiting","person"],Hr=["possible","left"],Vr=1,zr=60;function gt(t){let e=k(t);if(!w(e)||!S(Ur,e.state)||!Array.isArray(e.messages))throw new v("reply");let{next_seconds:n}=e,r=e.messages.flatMap(o=>Br(o)??[]);return{standing:e.state,written:r.sort((o,i)=>o.number-i.number),nextSeconds:typeof n=="number"?Math.min(zr,Math.max(Vr,n)):null,contact:S(Hr,e.contact)?e.contact:null}}function Br(t){if(!w(t)||!se(t.id))return null;let e=w(t.metadata)?t.metadata.language:null,n=ce(t.author,t.text,e);return n===null?null:{number:t.id,...n}}var qr=256*1024,Wr=1440*60,de=class{constructor(e){this.options=e;this.fetch=e.fetch??((n,r)=>fetch(n,r)),this.isOnline=e.isOnline??(()=>navigator.onLine)}async ask(e,n){return ft(await this.post("messages",{conversation:e,message:n}))}async rate(e){let{conversation:n,guidanceId:r,version:o,question:i,helpful:s}=e;await this.post("ratings",{conversation:n,guidance_id:r,version:o,question:i,helpful:s})}async updates(e,n){return gt(await this.post("updates",{conversation:e,after:n}))}async leaveContact(e,n){await this.post("contact",{conversation:e,contact:n,consent:!0})}async forget(e){await this.post("forget",{conversation:e})}async post(e,n){let r=new AbortController,o=setTimeout(()=>r.abort(),this.options.timeoutSeconds*1e3);try{let i=await this.fetch(`${this.options.origin}/webhooks/web/${e}`,{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(n),cache:"no-store",credentials:"omit",signal:r.signal}),s=await mt(i,qr);if(i.status===429)throw new v("limit",Fr(i,s));if(!i.ok)throw new v("server");return s??""}catch(i){throw i instanceof v?i:new v(r.signal.aborted?"timeout":this.unreachable())}finally{clearTimeout(o)}}unreachable(){return this.isOnline()?(console.error(`The assistant at ${this.options.origin} could not be reached. If it is running, look whether the origin of this page is listed in its CRYOBOT_ORIGINS.`),"unreachable"):"offline"}};function Fr(t,e){let n=k(e??""),r=w(n)?n.retry_after:null,o=typeof r=="number"?r:Number.parseInt(t.headers.get("Retry-After")??"",10);return o>=0&&o<=Wr?Math.ceil(o):null}var jr=/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;function vt(){return typeof crypto.randomUUID=="function"?crypto.randomUUID():Gr(crypto.getRandomValues(new Uint8Array(16)))}function Gr(t){let e=t.slice(0,16);return e[6]=(e[6]??0)&15|64,e[8]=(e[8]??0)&63|128,Array.from(e,r=>r.toString(16).padStart(2,"0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/,"$1-$2-$3-$4-$5")}function pe(t){return typeof t=="string"&&jr.test(t)}var Qr={waiting:0,failed:1,answered:2};function xt(t,e){return{conversation:t,changedAt:e,messages:[]}}function Fe(t,e,n){let r=Math.max(n,t.changedAt);return{...t,changedAt:r,messages:Ge(t.messages,e)}}function bt(t,e){return Fe(t,e.messages,e.changedAt)}function je(t,e){return ue(t)===ue(e)}function Ge(t,e){let n=new Map;for(let i of[...t,...e]){let s=n.get(i.id);(s===void 0||Yr(i,s)>0)&&n.set(i.id,i)}let r=Kr(n),o=Math.max(0,r.length-200);for(;o>0&&r[o]?.kind==="answer";)o+=1;return r.slice(o)}function he(t,e){return t.filter(r=>r.kind!=="answer").reduce((r,o)=>Math.max(r,o.at+1),e)}function Kr(t){let e=r=>(r.kind==="answer"?t.get(r.answers):void 0)?.at??r.at,n=r=>r.kind==="answer"?r.answers:r.id;return[...t.values()].sort((r,o)=>e(r)-e(o)||Y(n(r),n(o))||Y(o.kind,r.kind)||r.id.length-o.id.length||Y(r.id,o.id))}function Yr(t,e){return t.at-e.at||yt(t)-yt(e)||Y(ue(t),ue(e))}function yt(t){return t.kind==="desk"?0:t.kind==="question"?Qr[t.state]:t.ratedAt??-1}function Y(t,e){return t<e?-1:t>e?1:0}function ue(t){return JSON.stringify(t,(e,n)=>typeof n=="object"&&n!==null&&!Array.isArray(n)?Object.fromEntries(Object.entries(n).sort(([r],[o])=>Y(r,o))):n)}var Jr=["emergency","dermatologist","staff"],Zr=1e4,me=class{constructor(e){this.options=e;this.standing="assistant";this.contact=null;this.asking=!1;this.askAgain=!1;this.contactsLeft=0;this.disposed=!1;this.about=null}async check(){let e=this.options.conversation();if(this.about!==e&&this.become(e,"assistant",null),clearTimeout(this.timer),this.askAgain=this.asking,this.disposed||this.asking||!Xr(this.options.messages()))return;this.asking=!0;let n=await this.ask(e);if(this.asking=!1,this.askAgain||this.options.conversation()!==e)return await this.check();n!==null&&!this.isDisposed()&&(this.timer=setTimeout(()=>{this.check()},n*1e3))}async leaveContact(e){let n=this.options.conversation();await this.options.server.leaveContact(n,e),this.contactsLeft+=1,this.askAgain=this.asking,this.options.conversation()===n&&this.become(n,this.standing,"left")}dispose(){this.disposed=!0,clearTimeout(this.timer)}async ask(e){let{contactsLeft:n}=this;try{let r=await this.options.server.updates(e,wt(this.options.messages())),o=n===this.contactsLeft?r.contact:this.contact;return this.take(e,r)&&this.become(e,r.standing,o),r.nextSeconds}catch{return Zr/1e3}}take(e,{written:n}){let r=this.options.messages(),o=wt(r),i=he(r,this.options.now()),s=n.filter(({number:a})=>a>o).map((a,l)=>({kind:"desk",id:`desk.${a.number}`,at:i+l,...a}));if(s.length>0&&!this.options.put(e,s))return!1;for(let a of s)a.author!==null&&this.options.onWritten(a);return this.options.conversation()===e}become(e,n,r){let o=this.standing!==n||this.contact!==r;this.about=e,this.standing=n,this.contact=r,o&&this.options.onChange()}isDisposed(){return this.disposed}};function Xr(t){return t.some(e=>e.kind==="desk"||e.kind==="answer"&&Jr.includes(e.escalation))}function wt(t){return t.reduce((e,n)=>n.kind==="desk"?Math.max(e,n.number):e,0)}var eo="service-unavailable";function _t(t,e,n){let r=e instanceof v?e.replies:e,o=r.filter(c=>c.guidanceId!==eo),i=o.map((c,h)=>({kind:"answer",id:`${t.id}.${h}`,at:n,answers:t.id,rating:null,ratedAt:null,...c})),s=to(e,o.length<r.length),a=e instanceof v?e.retryAfterSeconds:null,l=s==="limit"&&a!==null?n+a*1e3:null;return{question:{...t,state:s===null?"answered":"failed",failure:s,retryAt:l},answers:i}}function to(t,e){return e?"server":t instanceof v?t.reason:null}var fe=class{constructor(e){this.options=e;this.ended=new Set;this.disposed=!1;this.transcript=e.storage.read()??this.fresh(),this.unfollow=e.storage.follow(()=>this.catchUp()),this.giveUpAbandoned()}get conversation(){return this.transcript.conversation}get messages(){return this.transcript.messages}question(e){return this.messages.find(n=>n.kind==="question"&&n.id===e)}answer(e){return this.messages.find(n=>n.kind==="answer"&&n.id===e)}catchUp(){this.refresh()&&this.changed()}refresh(){let e=this.transcript,n=this.options.storage.read();return n===null?e.messages.length>0&&(this.transcript=this.fresh()):n.conversation===e.conversation?(this.transcript=bt(e,n),je(this.transcript,n)||this.options.storage.write(this.transcript)):this.ended.has(n.conversation)?this.options.storage.write(e):this.transcript=n,!je(this.transcript,e)}put(e,n){let r=this.refresh(),o=this.conversation===e;return o&&this.write(Fe(this.transcript,n,this.options.now())),(o||r)&&this.changed(),o}startAgain(){this.refresh(),this.ended.add(this.conversation),this.write(this.fresh()),this.changed()}dispose(){this.disposed=!0,this.unfollow(),clearTimeout(this.timer)}fresh(){return xt(this.options.newId(),this.options.now())}write(e){this.transcript=e,this.options.storage.write(e)}changed(){this.watchWaiting(),this.options.onChange()}giveUpAbandoned(){let n=this.waiting().filter(r=>this.patienceLeft(r)<0).map(r=>({...r,state:"failed",failure:"timeout"}));n.length>0?this.put(this.conversation,n):this.watchWaiting()}watchWaiting(){clearTimeout(this.timer);let e=this.waiting();if(this.disposed||e.length===0)return;let n=Math.min(...e.map(r=>this.patienceLeft(r)));this.timer=setTimeout(()=>this.giveUpAbandoned(),Math.max(0,n)+1)}waiting(){return this.messages.filter(e=>e.kind==="question"&&e.state==="waiting")}patienceLeft(e){let n=Math.max(e.at,this.transcript.changedAt);return this.options.patience-Math.abs(this.options.now()-n)}};function $t(t,e){for(let n of t.earlier())t.addWipe(n);e!==null&&t.addWipe(e),t.removeEarlier()}async function ge(t,e){for(let n of e.wipes()){try{await t.forget(n)}catch{return!1}e.removeWipe(n)}return!0}var At=/[^\s\p{C}]/u,no=5,ve=class extends EventTarget{constructor({server:n,storage:r,timeoutSeconds:o,now:i=Date.now,newId:s=vt}){super();this.queue=Promise.resolve();this.server=n,this.storage=r,this.now=i,this.newId=s;let a=(o+no)*1e3,l=()=>{this.dispatchEvent(new Event("change"))};this.transcript=new fe({storage:r,now:i,newId:s,patience:a,onChange:l}),this.desk=new me({server:n,now:i,conversation:()=>this.transcript.conversation,messages:()=>this.messages,put:(c,h)=>this.transcript.put(c,h),onChange:l,onWritten:c=>{this.dispatchEvent(new CustomEvent("staff",{detail:c}))}}),ge(n,r),this.desk.check()}get messages(){return this.transcript.messages}get standing(){return this.desk.standing}get contact(){return this.desk.contact}get waiting(){return this.messages.some(n=>n.kind==="question"&&n.state==="waiting")}async ask(n,r=n){!At.test(n)||!At.test(r)||await this.send({kind:"question",id:this.newId(),text:r,message:n})}async retry(n){let r=this.transcript.question(n);r?.state==="failed"&&await this.send(r)}async rate(n,r){this.catchUp();let o=this.transcript.answer(n);if(o===void 0)return;let{conversation:i}=this.transcript,s=Math.max(this.now(),(o.ratedAt??0)+1);this.transcript.put(i,[{...o,rating:r?"helpful":"not-helpful",ratedAt:s}]);let a=this.transcript.question(o.answers)?.text??"",{guidanceId:l,version:c}=o;try{await this.server.rate({conversation:i,guidanceId:l,version:c,question:a,helpful:r})}catch{this.transcript.answer(n)?.ratedAt===s&&this.transcript.put(i,[{...o,ratedAt:s+1}])}}async leaveContact(n){try{return await this.desk.leaveContact(n),!0}catch{return!1}}catchUp(){this.transcript.catchUp(),this.desk.check()}startAgain(){this.transcript.refresh(),this.messages.length>0&&this.storage.addEarlier(this.transcript.conversation),this.transcript.startAgain(),this.desk.check()}async wipe(){return this.transcript.refresh(),$t(this.storage,this.messages.length>0?this.transcript.conversation:null),this.transcript.startAgain(),this.desk.check(),await this.inTurn(()=>ge(this.server,this.storage))?"everywhere":"here"}dispose(){this.desk.dispose(),this.transcript.dispose()}async send(n){this.transcript.refresh();let{conversation:r}=this.transcript,{kind:o,id:i,text:s,message:a}=n,l=he(this.messages,this.now()),c={kind:o,id:i,at:l,text:s,message:a,state:"waiting",failure:null,retryAt:null};this.transcript.put(r,[c]),await this.inTurn(async()=>{this.isWanted(r,c)&&(ge(this.server,this.storage),this.settle(r,c,await this.replies(r,a)),this.desk.check())})}isWanted(n,r){return this.transcript.refresh(),this.transcript.conversation===n&&this.transcript.question(r.id)?.at===r.at}async replies(n,r){try{return await this.server.ask(n,r)}catch(o){return o instanceof v?o:new v("server")}}settle(n,r,o){let{question:i,answers:s}=_t(r,o,this.now());if(!this.transcript.put(n,[i,...s]))return;for(let l of s)this.dispatchEvent(new CustomEvent("answer",{detail:l}));let{failure:a}=i;a!==null&&this.dispatchEvent(new CustomEvent("failure",{detail:{reason:a}}))}inTurn(n){let r=this.queue.then(n);return this.queue=r.catch(()=>{}),r}};var Ye=Symbol("failed"),Ke=class{constructor(e){this.area=e;this.memory=new Map;this.listeners=new Map}read(e){let n=this.memory.get(e)??ye(()=>this.area?.getItem(e));return typeof n=="string"?n:null}write(e,n){this.memory.delete(e),(n===null||!this.keep(e,n))&&ye(()=>this.area?.removeItem(e)),this.tell(e)}follow(e,n){let r=this.listeners.get(e)??new Set;return this.listeners.set(e,r.add(n)),()=>r.delete(n)}changedElsewhere(e){for(let n of e===null?[...this.listeners.keys()]:[e])this.tell(n)}keep(e,n){let{area:r}=this,o=r!==null&&ye(()=>r.setItem(e,n))!==Ye;return o||this.memory.set(e,n),o}tell(e){for(let n of[...this.listeners.get(e)??[]])n()}},Qe=null;function St(){if(Qe===null){let t=ye(()=>window.localStorage),e=new Ke(t===Ye?null:t);window.addEventListener("storage",n=>e.changedElsewhere(n.key)),window.addEventListener("pageshow",n=>n.persisted&&e.changedElsewhere(null)),Qe=e}return Qe}function ye(t){try{return t()}catch{return Ye}}var ro=["waiting","answered","failed"],oo=["offline","timeout","limit","server","reply","unreachable"],io=["helpful","not-helpful"];function kt(t){return JSON.stringify(t)}function Tt(t){let e=k(t);if(!w(e)||!pe(e.conversation)||!ie(e.changedAt)||!Array.isArray(e.messages))return null;let n=e.messages.flatMap(r=>w(r)?so(r)??[]:[]);return{conversation:e.conversation,changedAt:e.changedAt,messages:Ge(n,[])}}function so(t){return!A(t.id)||!ie(t.at)?null:t.kind==="question"?ao(t,t.id,t.at):t.kind==="answer"?lo(t,t.id,t.at):t.kind==="desk"?co(t,t.id,t.at):null}function ao(t,e,n){let{text:r,message:o,state:i}=t;if(!A(r)||!A(o)||!S(ro,i))return null;let s=S(oo,t.failure)?t.failure:null;return i==="failed"!=(s!==null)?null:{kind:"question",id:e,at:n,text:r,message:o,state:i,failure:s,retryAt:Et(t.retryAt)}}function lo(t,e,n){let{text:r,language:o,guidanceId:i,escalation:s,basis:a,sections:l,reviewedOn:c,version:h,buttons:p}=t,m=le({text:r,language:o,guidanceId:i,escalation:s,basis:a,sections:l,reviewedOn:c,version:h,buttons:p});if(m===null||!A(t.answers))return null;let f=S(io,t.rating)?t.rating:null;return{kind:"answer",id:e,at:n,answers:t.answers,rating:f,ratedAt:Et(t.ratedAt),...m}}function co(t,e,n){let r=ce(t.author,t.text,t.language);return r===null||!se(t.number)?null:{kind:"desk",id:e,at:n,number:t.number,...r}}function Et(t){return ie(t)?t:null}var po=3600*1e3,Rt=20,Ct=100,xe=class{constructor(e){this.options=e;this.key=`cryobot:${e.name}`,this.earlierKey=`${this.key}:earlier`,this.wipesKey=`${this.key}:wipes`,this.now=e.now??Date.now}read(){let e=this.options.shelf.read(this.key);if(e===null)return null;let n=Tt(e);return n===null?null:Math.abs(this.now()-n.changedAt)<=this.options.keepHours*po?n:(this.options.shelf.write(this.key,null),null)}write(e){this.options.shelf.write(this.key,kt(e))}follow(e){return this.options.shelf.follow(this.key,e)}earlier(){return this.readIds(this.earlierKey,Rt)}addEarlier(e){this.writeIds(this.earlierKey,[...this.earlier(),e].slice(-Rt))}removeEarlier(){this.writeIds(this.earlierKey,[])}wipes(){return this.readIds(this.wipesKey,Ct)}addWipe(e){this.writeIds(this.wipesKey,[...this.wipes(),e].slice(-Ct))}removeWipe(e){this.writeIds(this.wipesKey,this.wipes().filter(n=>n!==e))}readIds(e,n){let r=k(this.options.shelf.read(e)??"");return Array.isArray(r)?[...new Set(r.filter(pe))].slice(-n):[]}writeIds(e,n){this.options.shelf.write(e,n.length===0?null:JSON.stringify(n))}};function Mt(t,e){let{keepHours:n,timeoutSeconds:r}=t;return new ve({server:new de({origin:e,timeoutSeconds:r}),storage:new xe({shelf:St(),name:e,keepHours:n}),timeoutSeconds:r})}var be=globalThis,we=be.ShadowRoot&&(be.ShadyCSS===void 0||be.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Je=Symbol(),It=new WeakMap,J=class{constructor(e,n,r){if(this._$cssResult$=!0,r!==Je)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=n}get styleSheet(){let e=this.o,n=this.t;if(we&&e===void 0){let r=n!==void 0&&n.length===1;r&&(e=It.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),r&&It.set(n,e))}return e}toString(){return this.cssText}},Ot=t=>new J(typeof t=="string"?t:t+"",void 0,Je),g=(t,...e)=>{let n=t.length===1?t[0]:e.reduce((r,o,i)=>r+(s=>{if(s._$cssResult$===!0)return s.cssText;if(typeof s=="number")return s;throw Error("Value passed to 'css' function must be a 'css' function result: "+s+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(o)+t[i+1],t[0]);return new J(n,t,Je)},Lt=(t,e)=>{if(we)t.adoptedStyleSheets=e.map(n=>n instanceof CSSStyleSheet?n:n.styleSheet);else for(let n of e){let r=document.createElement("style"),o=be.litNonce;o!==void 0&&r.setAttribute("nonce",o),r.textContent=n.cssText,t.appendChild(r)}},Ze=we?t=>t:t=>t instanceof CSSStyleSheet?(e=>{let n="";for(let r of e.cssRules)n+=r.cssText;return Ot(n)})(t):t;var{is:uo,defineProperty:ho,getOwnPropertyDescriptor:mo,getOwnPropertyNames:fo,getOwnPropertySymbols:go,getPrototypeOf:vo}=Object,I=globalThis,Pt=I.trustedTypes,yo=Pt?Pt.emptyScript:"",xo=I.reactiveElementPolyfillSupport,Z=(t,e)=>t,Xe={toAttribute(t,e){switch(e){case Boolean:t=t?yo:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,e){let n=t;switch(e){case Boolean:n=t!==null;break;case Number:n=t===null?null:Number(t);break;case Object:case Array:try{n=JSON.parse(t)}catch{n=null}}return n}},Nt=(t,e)=>!uo(t,e),Dt={attribute:!0,type:String,converter:Xe,reflect:!1,useDefault:!1,hasChanged:Nt};Symbol.metadata??(Symbol.metadata=Symbol("metadata")),I.litPropertyMetadata??(I.litPropertyMetadata=new WeakMap);var R=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??(this.l=[])).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,n=Dt){if(n.state&&(n.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((n=Object.create(n)).wrapped=!0),this.elementProperties.set(e,n),!n.noAccessor){let r=Symbol(),o=this.getPropertyDescriptor(e,r,n);o!==void 0&&ho(this.prototype,e,o)}}static getPropertyDescriptor(e,n,r){let{get:o,set:i}=mo(this.prototype,e)??{get(){return this[n]},set(s){this[n]=s}};return{get:o,set(s){let a=o?.call(this);i?.call(this,s),this.requestUpdate(e,a,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Dt}static _$Ei(){if(this.hasOwnProperty(Z("elementProperties")))return;let e=vo(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(Z("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Z("properties"))){let n=this.properties,r=[...fo(n),...go(n)];for(let o of r)this.createProperty(o,n[o])}let e=this[Symbol.metadata];if(e!==null){let n=litPropertyMetadata.get(e);if(n!==void 0)for(let[r,o]of n)this.elementProperties.set(r,o)}this._$Eh=new Map;for(let[n,r]of this.elementProperties){let o=this._$Eu(n,r);o!==void 0&&this._$Eh.set(o,n)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let n=[];if(Array.isArray(e)){let r=new Set(e.flat(1/0).reverse());for(let o of r)n.unshift(Ze(o))}else e!==void 0&&n.push(Ze(e));return n}static _$Eu(e,n){let r=n.attribute;return r===!1?void 0:typeof r=="string"?r:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??(this._$EO=new Set)).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,n=this.constructor.elementProperties;for(let r of n.keys())this.hasOwnProperty(r)&&(e.set(r,this[r]),delete this[r]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Lt(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??(this.renderRoot=this.createRenderRoot()),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,n,r){this._$AK(e,r)}_$ET(e,n){let r=this.constructor.elementProperties.get(e),o=this.constructor._$Eu(e,r);if(o!==void 0&&r.reflect===!0){let i=(r.converter?.toAttribute!==void 0?r.converter:Xe).toAttribute(n,r.type);this._$Em=e,i==null?this.removeAttribute(o):this.setAttribute(o,i),this._$Em=null}}_$AK(e,n){let r=this.constructor,o=r._$Eh.get(e);if(o!==void 0&&this._$Em!==o){let i=r.getPropertyOptions(o),s=typeof i.converter=="function"?{fromAttribute:i.converter}:i.converter?.fromAttribute!==void 0?i.converter:Xe;this._$Em=o;let a=s.fromAttribute(n,i.type);this[o]=a??this._$Ej?.get(o)??a,this._$Em=null}}requestUpdate(e,n,r,o=!1,i){if(e!==void 0){let s=this.constructor;if(o===!1&&(i=this[e]),r??(r=s.getPropertyOptions(e)),!((r.hasChanged??Nt)(i,n)||r.useDefault&&r.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(s._$Eu(e,r))))return;this.C(e,n,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,n,{useDefault:r,reflect:o,wrapped:i},s){r&&!(this._$Ej??(this._$Ej=new Map)).has(e)&&(this._$Ej.set(e,s??n??this[e]),i!==!0||s!==void 0)||(this._$AL.has(e)||(this.hasUpdated||r||(n=void 0),this._$AL.set(e,n)),o===!0&&this._$Em!==e&&(this._$Eq??(this._$Eq=new Set)).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(n){Promise.reject(n)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??(this.renderRoot=this.createRenderRoot()),this._$Ep){for(let[o,i]of this._$Ep)this[o]=i;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[o,i]of r){let{wrapped:s}=i,a=this[o];s!==!0||this._$AL.has(o)||a===void 0||this.C(o,void 0,i,a)}}let e=!1,n=this._$AL;try{e=this.shouldUpdate(n),e?(this.willUpdate(n),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(n)):this._$EM()}catch(r){throw e=!1,this._$EM(),r}e&&this._$AE(n)}willUpdate(e){}_$AE(e){this._$EO?.forEach(n=>n.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&(this._$Eq=this._$Eq.forEach(n=>this._$ET(n,this[n]))),this._$EM()}updated(e){}firstUpdated(e){}};R.elementStyles=[],R.shadowRootOptions={mode:"open"},R[Z("elementProperties")]=new Map,R[Z("finalized")]=new Map,xo?.({ReactiveElement:R}),(I.reactiveElementVersions??(I.reactiveElementVersions=[])).push("2.1.2");var ee=globalThis,Ut=t=>t,_e=ee.trustedTypes,Ht=_e?_e.createPolicy("lit-html",{createHTML:t=>t}):void 0,tt="$lit$",C=`lit$${Math.random().toFixed(9).slice(2)}$`,nt="?"+C,bo=`<${nt}>`,U=document,te=()=>U.createComment(""),ne=t=>t===null||typeof t!="object"&&typeof t!="function",rt=Array.isArray,Ft=t=>rt(t)||typeof t?.[Symbol.iterator]=="function",et=`[ 	
\f\r]`,X=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Vt=/-->/g,zt=/>/g,D=RegExp(`>|${et}(?:([^\\s"'>=/]+)(${et}*=${et}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Bt=/'/g,qt=/"/g,jt=/^(?:script|style|textarea|title)$/i,ot=t=>(e,...n)=>({_$litType$:t,strings:e,values:n}),d=ot(1),_=ot(2),ss=ot(3),b=Symbol.for("lit-noChange"),u=Symbol.for("lit-nothing"),Wt=new WeakMap,N=U.createTreeWalker(U,129);function Gt(t,e){if(!rt(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return Ht!==void 0?Ht.createHTML(e):e}var Qt=(t,e)=>{let n=t.length-1,r=[],o,i=e===2?"<svg>":e===3?"<math>":"",s=X;for(let a=0;a<n;a++){let l=t[a],c,h,p=-1,m=0;for(;m<l.length&&(s.lastIndex=m,h=s.exec(l),h!==null);)m=s.lastIndex,s===X?h[1]==="!--"?s=Vt:h[1]!==void 0?s=zt:h[2]!==void 0?(jt.test(h[2])&&(o=RegExp("</"+h[2],"g")),s=D):h[3]!==void 0&&(s=D):s===D?h[0]===">"?(s=o??X,p=-1):h[1]===void 0?p=-2:(p=s.lastIndex-h[2].length,c=h[1],s=h[3]===void 0?D:h[3]==='"'?qt:Bt):s===qt||s===Bt?s=D:s===Vt||s===zt?s=X:(s=D,o=void 0);let f=s===D&&t[a+1].startsWith("/>")?" ":"";i+=s===X?l+bo:p>=0?(r.push(c),l.slice(0,p)+tt+l.slice(p)+C+f):l+C+(p===-2?a:f)}return[Gt(t,i+(t[n]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),r]},re=class t{constructor({strings:e,_$litType$:n},r){let o;this.parts=[];let i=0,s=0,a=e.length-1,l=this.parts,[c,h]=Qt(e,n);if(this.el=t.createElement(c,r),N.currentNode=this.el.content,n===2||n===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(o=N.nextNode())!==null&&l.length<a;){if(o.nodeType===1){if(o.hasAttributes())for(let p of o.getAttributeNames())if(p.endsWith(tt)){let m=h[s++],f=o.getAttribute(p).split(C),y=/([.?@])?(.*)/.exec(m);l.push({type:1,index:i,name:y[2],strings:f,ctor:y[1]==="."?Ae:y[1]==="?"?Se:y[1]==="@"?ke:V}),o.removeAttribute(p)}else p.startsWith(C)&&(l.push({type:6,index:i}),o.removeAttribute(p));if(jt.test(o.tagName)){let p=o.textContent.split(C),m=p.length-1;if(m>0){o.textContent=_e?_e.emptyScript:"";for(let f=0;f<m;f++)o.append(p[f],te()),N.nextNode(),l.push({type:2,index:++i});o.append(p[m],te())}}}else if(o.nodeType===8)if(o.data===nt)l.push({type:2,index:i});else{let p=-1;for(;(p=o.data.indexOf(C,p+1))!==-1;)l.push({type:7,index:i}),p+=C.length-1}i++}}static createElement(e,n){let r=U.createElement("template");return r.innerHTML=e,r}};function H(t,e,n=t,r){if(e===b)return e;let o=r!==void 0?n._$Co?.[r]:n._$Cl,i=ne(e)?void 0:e._$litDirective$;return o?.constructor!==i&&(o?._$AO?.(!1),i===void 0?o=void 0:(o=new i(t),o._$AT(t,n,r)),r!==void 0?(n._$Co??(n._$Co=[]))[r]=o:n._$Cl=o),o!==void 0&&(e=H(t,o._$AS(t,e.values),o,r)),e}var $e=class{constructor(e,n){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:n},parts:r}=this._$AD,o=(e?.creationScope??U).importNode(n,!0);N.currentNode=o;let i=N.nextNode(),s=0,a=0,l=r[0];for(;l!==void 0;){if(s===l.index){let c;l.type===2?c=new z(i,i.nextSibling,this,e):l.type===1?c=new l.ctor(i,l.name,l.strings,this,e):l.type===6&&(c=new Te(i,this,e)),this._$AV.push(c),l=r[++a]}s!==l?.index&&(i=N.nextNode(),s++)}return N.currentNode=U,o}p(e){let n=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(e,r,n),n+=r.strings.length-2):r._$AI(e[n])),n++}},z=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,n,r,o){this.type=2,this._$AH=u,this._$AN=void 0,this._$AA=e,this._$AB=n,this._$AM=r,this.options=o,this._$Cv=o?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,n=this._$AM;return n!==void 0&&e?.nodeType===11&&(e=n.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,n=this){e=H(this,e,n),ne(e)?e===u||e==null||e===""?(this._$AH!==u&&this._$AR(),this._$AH=u):e!==this._$AH&&e!==b&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):Ft(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==u&&ne(this._$AH)?this._$AA.nextSibling.data=e:this.T(U.createTextNode(e)),this._$AH=e}$(e){let{values:n,_$litType$:r}=e,o=typeof r=="number"?this._$AC(e):(r.el===void 0&&(r.el=re.createElement(Gt(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===o)this._$AH.p(n);else{let i=new $e(o,this),s=i.u(this.options);i.p(n),this.T(s),this._$AH=i}}_$AC(e){let n=Wt.get(e.strings);return n===void 0&&Wt.set(e.strings,n=new re(e)),n}k(e){rt(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,o=0;for(let i of e)o===n.length?n.push(r=new t(this.O(te()),this.O(te()),this,this.options)):r=n[o],r._$AI(i),o++;o<n.length&&(this._$AR(r&&r._$AB.nextSibling,o),n.length=o)}_$AR(e=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);e!==this._$AB;){let r=Ut(e).nextSibling;Ut(e).remove(),e=r}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},V=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,n,r,o,i){this.type=1,this._$AH=u,this._$AN=void 0,this.element=e,this.name=n,this._$AM=o,this.options=i,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=u}_$AI(e,n=this,r,o){let i=this.strings,s=!1;if(i===void 0)e=H(this,e,n,0),s=!ne(e)||e!==this._$AH&&e!==b,s&&(this._$AH=e);else{let a=e,l,c;for(e=i[0],l=0;l<i.length-1;l++)c=H(this,a[r+l],n,l),c===b&&(c=this._$AH[l]),s||(s=!ne(c)||c!==this._$AH[l]),c===u?e=u:e!==u&&(e+=(c??"")+i[l+1]),this._$AH[l]=c}s&&!o&&this.j(e)}j(e){e===u?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},Ae=class extends V{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===u?void 0:e}},Se=class extends V{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==u)}},ke=class extends V{constructor(e,n,r,o,i){super(e,n,r,o,i),this.type=5}_$AI(e,n=this){if((e=H(this,e,n,0)??u)===b)return;let r=this._$AH,o=e===u&&r!==u||e.capture!==r.capture||e.once!==r.once||e.passive!==r.passive,i=e!==u&&(r===u||o);o&&this.element.removeEventListener(this.name,this,r),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Te=class{constructor(e,n,r){this.element=e,this.type=6,this._$AN=void 0,this._$AM=n,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(e){H(this,e)}},Kt={M:tt,P:C,A:nt,C:1,L:Qt,R:$e,D:Ft,V:H,I:z,H:V,N:Se,U:ke,B:Ae,F:Te},wo=ee.litHtmlPolyfillSupport;wo?.(re,z),(ee.litHtmlVersions??(ee.litHtmlVersions=[])).push("3.3.3");var Yt=(t,e,n)=>{let r=n?.renderBefore??e,o=r._$litPart$;if(o===void 0){let i=n?.renderBefore??null;r._$litPart$=o=new z(e.insertBefore(te(),i),i,void 0,n??{})}return o._$AI(t),o};var oe=globalThis,O=class extends R{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){var n;let e=super.createRenderRoot();return(n=this.renderOptions).renderBefore??(n.renderBefore=e.firstChild),e}update(e){let n=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Yt(n,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return b}};O._$litElement$=!0,O.finalized=!0,oe.litElementHydrateSupport?.({LitElement:O});var _o=oe.litElementPolyfillSupport;_o?.({LitElement:O});(oe.litElementVersions??(oe.litElementVersions=[])).push("4.2.2");var M={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},B=t=>(...e)=>({_$litDirective$:t,values:e}),L=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,n,r){this._$Ct=e,this._$AM=n,this._$Ci=r}_$AS(e,n){return this.update(e,n)}update(e,n){return this.render(...n)}};var $o={},Jt=B(class extends L{constructor(){super(...arguments),this.ot=$o}render(t,e){return e()}update(t,[e,n]){if(Array.isArray(e)){if(Array.isArray(this.ot)&&this.ot.length===e.length&&e.every((r,o)=>r===this.ot[o]))return b}else if(this.ot===e)return b;return this.ot=Array.isArray(e)?Array.from(e):e,this.render(e,n)}});function Zt(t){let e=t.match(/\p{Nd}/gu)??[],n=t.replace(/\S+@\S+/g,"").match(/\p{L}{2,}/gu)??[];return(/\S@\S/.test(t)||e.length>=5)&&n.length<=5}async function Xt(t,e){try{return await navigator.clipboard.writeText(t),!0}catch{return Ao(t,e)}}function Ao(t,e){let n=e.getRootNode().activeElement,r=document.createElement("textarea");r.className="hidden",r.readOnly=!0,r.value=t,e.append(r),r.select();let o=document.execCommand("copy");return r.remove(),n instanceof HTMLElement&&n.focus({preventScroll:!0}),o}var Ee=class{constructor(e){this.server=e;this.written=en(n=>n.getItem(this.name))??""}get text(){return this.written}set text(e){this.written=e,en(n=>e===""?n.removeItem(this.name):n.setItem(this.name,e))}get name(){return`cryobot-draft:${this.server}`}};function Re(t){return[...t.trim()].length}function en(t){try{return t(window.sessionStorage)}catch{return null}}function nn(t){let{conversation:e,draft:n,installation:r,words:o}=t;return{close:()=>t.close(),save(){t.save(),t.say(o.saved)},startAgain(){e.startAgain(),t.say(o.started_again)},wipe(){it(t,""),e.wipe().then(i=>{t.say(i==="everywhere"?o.wiped_everywhere:o.wiped_here)})},press:i=>tn(e,i),retry(i){t.focusLog(),e.retry(i)},rate(i,s){e.rate(i,s).then(()=>{let a=So(e,i)===(s?"helpful":"not-helpful");t.say(a?o.thanks:o.failure_unreachable)})},copy(i){Xt(i,t.frame()).then(s=>t.say(s?o.copied:o.copy_failed))},async leaveContact(i){if(!Zt(i))return t.say(o.contact_wrong),!1;let s=await e.leaveContact(i);return s?t.focusField():t.say(o.contact_failed),s},talkToStaff:()=>tn(e,{title:o.talk_to_staff,payload:r.approved.staffPayload}),write:i=>it(t,i),submit(){let i=n.text.trim();Re(i)>r.messageCharacters||(it(t,""),t.focusField(),e.ask(i))}}}function tn(t,e){let n=t.messages.at(-1);n?.kind==="question"&&n.state==="waiting"&&n.message===e.payload||t.ask(e.payload,e.title)}function So(t,e){let n=t.messages.find(r=>r.kind==="answer"&&r.id===e);return n?.kind==="answer"?n.rating:null}function it(t,e){t.draft.text=e,t.redraw()}var Ce=class{constructor(e,n){this.check=n;this.seen=()=>{document.visibilityState==="visible"&&this.check()};e.addController(this)}hostConnected(){this.timer=setInterval(this.check,6e4),document.addEventListener("visibilitychange",this.seen)}hostDisconnected(){clearInterval(this.timer),document.removeEventListener("visibilitychange",this.seen)}};function on(t){let e=t.filter(a=>a.kind==="question"),n=e.filter(a=>a.state==="failed"),r=new Map(n.map(a=>[a.id,a])),o=e.at(-1)?.id,i=n.at(-1)?.id,s=new Set(t.map(a=>a.kind==="answer"?a.answers:""));return t.flatMap((a,l)=>{let c=r.get(rn(a)),h=t[l+1],p=ko(a,o,s);if(c===void 0||h!==void 0&&rn(h)===c.id)return[p];let m=c.id===i;return[p,{kind:"failure",key:`failure-${c.id}-${c.at}`,question:c,latest:m}]})}function ko(t,e,n){switch(t.kind){case"question":{let r=t.state==="answered"&&!n.has(t.id);return{kind:"question",key:`${t.id}-${t.at}`,question:t,passedOn:r}}case"answer":return{kind:"answer",key:t.id,answer:t,latest:t.answers===e};case"desk":return{kind:"desk",key:t.id,message:t}}}function rn(t){return t.kind==="answer"?t.answers:t.id}var Me=class{constructor(e){this.element=e;this.text="";e.addController(this)}hostDisconnected(){clearTimeout(this.timer)}say(e){clearTimeout(this.timer),this.show(""),this.element.updateComplete.then(()=>this.show(e)),this.timer=setTimeout(()=>this.show(""),4e3+60*e.length)}show(e){this.text=e,this.element.requestUpdate()}};var Ie=class{constructor(e){e.addController(this)}hostDisconnected(){clearTimeout(this.timer)}watch(e,n){clearTimeout(this.timer);let r=Date.now(),o=e.flatMap(s=>s.kind==="failure"?s.question.retryAt??[]:[]),i=Math.min(...o.filter(s=>s>r));Number.isFinite(i)&&(this.timer=setTimeout(n,i-r))}};var To=/\r\n|[\n\v\f\r\u0085\u2028\u2029]/;function sn(t,e){let n=t.map(r=>{let o=Co(r,e).flatMap(i=>i.split(To)).map(i=>`  ${i}`.trimEnd());return[Eo(r,e),...o].join(`
`)});return`${[e.heading,...n].join(`

`)}
`}function Eo(t,e){let n=t.kind==="question"&&t.state==="failed";return`${Ro(t,e)}, ${e.time(t.at)}${n?` (${e.notDelivered})`:""}`}function Ro(t,e){return t.kind==="question"?e.you:t.kind==="desk"&&t.author!==null?e.person(t.author):e.bot}function Co(t,e){if(t.kind!=="answer")return[t.text];let n=e.callout(t);return[...n===null?[]:[n],t.text,e.source(t)]}function an(t,e){let n=URL.createObjectURL(new Blob([t],{type:"text/plain;charset=utf-8"})),r=document.createElement("a");r.href=n,r.download=e,r.click(),setTimeout(()=>URL.revokeObjectURL(n),1e4)}function Oe({sections:t}){return t.map(e=>`\u201C${e}\u201D`).join(", ")}var Mo={day:"numeric",month:"short"},st={hour:"numeric",minute:"2-digit"};function ln(t,e){return e.find(n=>n.toLowerCase().split("-")[0]===t)??t}function cn(t,e,n){let r=new Date(t).toDateString()===new Date(e).toDateString();return new Intl.DateTimeFormat(n,r?st:{...Mo,...st}).format(t)}function dn(t,e){return new Intl.DateTimeFormat(e,{...st,second:"2-digit"}).format(t)}function pn(t,e){return new Intl.DateTimeFormat(e,{dateStyle:"medium",timeStyle:"short"}).format(t)}function Le(t,e){let n=Date.parse(`${t}T00:00:00Z`);return Number.isNaN(n)?t:new Intl.DateTimeFormat(e,{dateStyle:"medium",timeZone:"UTC"}).format(n)}function un(t,e){return new Intl.NumberFormat(e,{style:"unit",unit:"hour",unitDisplay:"long"}).format(t)}var hn={title:"Kryotherapie-Assistent",badge:"Bot, kein Fachpersonal",launcher_open:"Chat \xF6ffnen",launcher_continue:"Chat fortsetzen",launcher_unread:"Chat \xF6ffnen: neue Nachricht vom Personal",launcher_close:"Chat schlie\xDFen",launcher_loading:"Der Chat wird geladen \u2026",close:"Schlie\xDFen",start_again:"Neu beginnen",save:"Als Textdatei speichern",wipe:"Unterhaltung l\xF6schen",log_label:"Unterhaltung",intro:"Ein Bot, kein medizinisches Fachpersonal: Er antwortet mit freigegebenen Texten und kann Sie nicht untersuchen.",guidance_language:"Die Antworten sind auf Englisch, weil die Hinweise nur auf Englisch freigegeben sind. Bitte schreiben Sie auf Englisch.",safety_note:"Hautver\xE4nderung nach einer Sitzung: Gehen Sie sofort zu einer Haut\xE4rztin oder einem Hautarzt. In Gefahr: Rufen Sie jetzt {number} an.",privacy:"Dieser Browser bewahrt Nachrichten bis {time} nach der letzten auf; auch der Server des Assistenten speichert sie. \u201E{wipe}\u201C entfernt sie aus beiden.",topics_heading:"H\xE4ufige Fragen",you:"Sie",bot:"Bot",escalation_emergency:"Notfall: Holen Sie jetzt Hilfe",escalation_dermatologist:"Gehen Sie sofort in eine Hautarztpraxis",escalation_doctor:"Fragen Sie eine \xC4rztin oder einen Arzt",escalation_staff:"Unser Team",call:"{number} anrufen",source_article:"Quelle: Artikel, {sections}",source_policy:"Quelle: Sicherheitsregeln, nicht der Artikel",reviewed:"Gepr\xFCft: {date}",helpful:"Hilfreich",not_helpful:"Nicht hilfreich",thanks:"Danke f\xFCr Ihre R\xFCckmeldung.",copy:"Antwort kopieren",copied:"Antwort kopiert.",copy_failed:"Kopieren ist hier nicht m\xF6glich. Bitte markieren Sie den Text.",replies_label:"Vorgeschlagene Fragen",typing:"Der Bot antwortet \u2026",failure_heading:"Zurzeit keine Antwort",failure_offline:"Es scheint keine Internetverbindung zu bestehen.",failure_timeout:"Die Antwort hat zu lange gedauert.",failure_limit:"In kurzer Zeit sind zu viele Nachrichten eingegangen.",failure_server:"Der Assistent hat ein technisches Problem.",failure_reply:"Die Antwort ist besch\xE4digt angekommen.",failure_unreachable:"Der Assistent ist gerade nicht erreichbar.",failure_retry:"Erneut versuchen",failure_wait:"Ab {time} Uhr k\xF6nnen Sie es erneut versuchen.",not_delivered:"Nicht beantwortet",message_label:"Ihre Frage",send:"Senden",too_long:"Bitte verwenden Sie h\xF6chstens {limit} Zeichen.",talk_to_staff:"Mit dem Team sprechen",started_again:"Eine neue Unterhaltung hat begonnen.",wiped_everywhere:"Die Unterhaltung ist hier und auf dem Server gel\xF6scht.",wiped_here:"Die Unterhaltung ist in diesem Browser gel\xF6scht. Der Server hat es noch nicht best\xE4tigt; das L\xF6schen dort wird erneut versucht.",saved:"Die Unterhaltung ist als Textdatei gespeichert.",save_heading:"Unterhaltung mit dem Bot",save_file:"unterhaltung",person:"{name}, Personal",passed_on:"An das Personal weitergegeben",sending:"Wird gesendet\u2026",standing_waiting:"Sie warten auf eine Person des Zentrums. Der Bot antwortet solange weiter.",standing_person:"Eine Person des Zentrums liest mit. Der Bot antwortet nur bei Malen auf der Haut und bei Gefahr.",contact_heading:"Soll sich das Personal sp\xE4ter bei Ihnen melden?",contact_label:"Telefonnummer oder E-Mail-Adresse",contact_consent:"Das Personal des Zentrums darf diese Angabe speichern, um sich bei mir zu melden. Sie wird mit der Unterhaltung gel\xF6scht.",contact_send:"Dem Personal hinterlassen",contact_change:"Kontaktdaten \xE4ndern",contact_left:"Das Personal hat Ihre Kontaktdaten.",contact_wrong:"Bitte hinterlassen Sie hier eine Telefonnummer oder E-Mail-Adresse und schreiben Sie alles andere in den Chat; dort wird geantwortet.",contact_failed:"Die Kontaktdaten sind nicht beim Server angekommen. Bitte versuchen Sie es noch einmal."};var at={title:"Cryotherapy assistant",badge:"Bot, not a clinician",launcher_open:"Open chat",launcher_continue:"Continue chat",launcher_unread:"Open chat: new message from staff",launcher_close:"Close chat",launcher_loading:"The chat is loading\u2026",close:"Close",start_again:"Start again",save:"Save as text file",wipe:"Delete conversation",log_label:"Conversation",intro:"A bot, not a clinician: it answers with approved texts and cannot examine you.",guidance_language:"Answers are in English, because the guidance is approved in English only. Please write in English.",safety_note:"Mark on the skin after a session: see a dermatologist immediately. In danger: call {number} now.",privacy:"This browser keeps messages for {time} after the last one; the assistant\u2019s server keeps them, too. \u201C{wipe}\u201D removes them from both.",topics_heading:"Common questions",you:"You",bot:"Bot",escalation_emergency:"Emergency: get help now",escalation_dermatologist:"See a dermatologist immediately",escalation_doctor:"Ask a doctor",escalation_staff:"Our staff",call:"Call {number}",source_article:"Source: article, {sections}",source_policy:"Source: safety policy, not the article",reviewed:"Reviewed {date}",helpful:"Helpful",not_helpful:"Not helpful",thanks:"Thank you for your feedback.",copy:"Copy answer",copied:"Answer copied.",copy_failed:"Copying is not possible here. Please select the text.",replies_label:"Suggested questions",typing:"The bot is answering\u2026",failure_heading:"No answer right now",failure_offline:"There seems to be no internet connection.",failure_timeout:"The answer took too long.",failure_limit:"Too many messages came in a short time.",failure_server:"The assistant has a technical problem.",failure_reply:"The answer arrived damaged.",failure_unreachable:"The assistant cannot be reached right now.",failure_retry:"Try again",failure_wait:"You can try again from {time}.",not_delivered:"Not answered",message_label:"Your question",send:"Send",too_long:"Please use no more than {limit} characters.",talk_to_staff:"Talk to staff",started_again:"A new conversation has started.",wiped_everywhere:"The conversation is deleted, here and on the server.",wiped_here:"The conversation is deleted in this browser. The server has not confirmed yet; deletion there will be tried again.",saved:"The conversation is saved as a text file.",save_heading:"Conversation with the bot",save_file:"conversation",person:"{name}, staff",passed_on:"Passed on to staff",sending:"Sending\u2026",standing_waiting:"Waiting for a member of staff. The bot still answers meanwhile.",standing_person:"A member of staff is reading. The bot answers only to marks on the skin and danger.",contact_heading:"Would you like staff to get back to you later?",contact_label:"Telephone number or e-mail address",contact_consent:"Staff of the centre may keep this to get back to me. It is deleted with the conversation.",contact_send:"Leave it for staff",contact_change:"Change your contact details",contact_left:"Staff have your contact details.",contact_wrong:"Please leave a telephone number or an e-mail address here, and write everything else in the chat, where it is answered.",contact_failed:"The contact details did not reach the server. Please try again."};var mn={title:"Asistente de crioterapia",badge:"Bot, no personal sanitario",launcher_open:"Abrir el chat",launcher_continue:"Continuar el chat",launcher_unread:"Abrir el chat: mensaje nuevo del personal",launcher_close:"Cerrar el chat",launcher_loading:"El chat se est\xE1 cargando\u2026",close:"Cerrar",start_again:"Empezar de nuevo",save:"Guardar como archivo de texto",wipe:"Borrar la conversaci\xF3n",log_label:"Conversaci\xF3n",intro:"Un bot, no un profesional sanitario: responde con textos aprobados y no puede examinarle.",guidance_language:"Las respuestas est\xE1n en ingl\xE9s, porque las indicaciones solo est\xE1n aprobadas en ingl\xE9s. Por favor, escriba en ingl\xE9s.",safety_note:"Marca en la piel despu\xE9s de una sesi\xF3n: acuda inmediatamente a un dermat\xF3logo. En peligro: llame ahora al {number}.",privacy:"Este navegador guarda los mensajes durante {time} despu\xE9s del \xFAltimo; el servidor del asistente tambi\xE9n los guarda. \xAB{wipe}\xBB los elimina de ambos.",topics_heading:"Preguntas frecuentes",you:"Usted",bot:"Bot",escalation_emergency:"Emergencia: pida ayuda ahora",escalation_dermatologist:"Acuda a un dermat\xF3logo de inmediato",escalation_doctor:"Consulte a un m\xE9dico",escalation_staff:"Nuestro personal",call:"Llamar al {number}",source_article:"Fuente: art\xEDculo, {sections}",source_policy:"Fuente: normas de seguridad, no el art\xEDculo",reviewed:"Revisado: {date}",helpful:"\xDAtil",not_helpful:"No es \xFAtil",thanks:"Gracias por su opini\xF3n.",copy:"Copiar la respuesta",copied:"Respuesta copiada.",copy_failed:"Aqu\xED no se puede copiar. Seleccione el texto, por favor.",replies_label:"Preguntas sugeridas",typing:"El bot est\xE1 respondiendo\u2026",failure_heading:"No hay respuesta por ahora",failure_offline:"Parece que no hay conexi\xF3n a internet.",failure_timeout:"La respuesta ha tardado demasiado.",failure_limit:"Han llegado demasiados mensajes en poco tiempo.",failure_server:"El asistente tiene un problema t\xE9cnico.",failure_reply:"La respuesta ha llegado da\xF1ada.",failure_unreachable:"Ahora mismo no se puede contactar con el asistente.",failure_retry:"Intentar de nuevo",failure_wait:"Podr\xE1 intentarlo de nuevo a partir de las {time}.",not_delivered:"Sin respuesta",message_label:"Su pregunta",send:"Enviar",too_long:"Utilice como m\xE1ximo {limit} caracteres, por favor.",talk_to_staff:"Hablar con el personal",started_again:"Ha empezado una conversaci\xF3n nueva.",wiped_everywhere:"La conversaci\xF3n se ha borrado aqu\xED y en el servidor.",wiped_here:"La conversaci\xF3n se ha borrado en este navegador. El servidor todav\xEDa no lo ha confirmado; se volver\xE1 a intentar borrarla all\xED.",saved:"La conversaci\xF3n se ha guardado como archivo de texto.",save_heading:"Conversaci\xF3n con el bot",save_file:"conversacion",person:"{name}, personal",passed_on:"Enviado al personal",sending:"Enviando\u2026",standing_waiting:"En espera de una persona del centro. Mientras tanto, el bot sigue respondiendo.",standing_person:"Una persona del centro lee el chat. El bot solo responde ante marcas en la piel y peligro.",contact_heading:"\xBFDesea que el personal le contacte m\xE1s tarde?",contact_label:"Tel\xE9fono o correo electr\xF3nico",contact_consent:"El personal del centro puede guardar este dato para contactarme. Se borra con la conversaci\xF3n.",contact_send:"Dejarlo al personal",contact_change:"Cambiar sus datos de contacto",contact_left:"El personal tiene sus datos de contacto.",contact_wrong:"Deje aqu\xED un n\xFAmero de tel\xE9fono o un correo electr\xF3nico y escriba todo lo dem\xE1s en el chat, donde se responde.",contact_failed:"Los datos de contacto no llegaron al servidor. Int\xE9ntelo de nuevo."};var fn={title:"Assistant cryoth\xE9rapie",badge:"Un bot, pas un soignant",launcher_open:"Ouvrir le chat",launcher_continue:"Reprendre la discussion",launcher_unread:"Ouvrir le chat : nouveau message du personnel",launcher_close:"Fermer le chat",launcher_loading:"Le chat se charge\u2026",close:"Fermer",start_again:"Recommencer",save:"Enregistrer en fichier texte",wipe:"Supprimer la conversation",log_label:"Conversation",intro:"Un bot, pas un soignant\xA0: il r\xE9pond par des textes approuv\xE9s et ne peut pas vous examiner.",guidance_language:"Les r\xE9ponses sont en anglais, car les consignes ne sont approuv\xE9es qu\u2019en anglais. Merci d\u2019\xE9crire en anglais.",safety_note:"Marque sur la peau apr\xE8s une s\xE9ance : consultez imm\xE9diatement un dermatologue. En danger : appelez le {number} maintenant.",privacy:"Ce navigateur conserve les messages pendant {time} apr\xE8s le dernier\xA0; le serveur de l\u2019assistant les conserve aussi. \xAB\xA0{wipe}\xA0\xBB les efface des deux.",topics_heading:"Questions fr\xE9quentes",you:"Vous",bot:"Bot",escalation_emergency:"Urgence\xA0: demandez de l\u2019aide maintenant",escalation_dermatologist:"Consultez un dermatologue imm\xE9diatement",escalation_doctor:"Demandez \xE0 un m\xE9decin",escalation_staff:"Notre \xE9quipe",call:"Appeler le {number}",source_article:"Source\xA0: article, {sections}",source_policy:"Source\xA0: r\xE8gles de s\xE9curit\xE9, pas l\u2019article",reviewed:"V\xE9rifi\xE9\xA0: {date}",helpful:"Utile",not_helpful:"Pas utile",thanks:"Merci pour votre avis.",copy:"Copier la r\xE9ponse",copied:"R\xE9ponse copi\xE9e.",copy_failed:"La copie n\u2019est pas possible ici. Veuillez s\xE9lectionner le texte.",replies_label:"Questions propos\xE9es",typing:"Le bot r\xE9pond\u2026",failure_heading:"Pas de r\xE9ponse pour le moment",failure_offline:"Il semble qu\u2019il n\u2019y ait pas de connexion Internet.",failure_timeout:"La r\xE9ponse a mis trop de temps.",failure_limit:"Trop de messages sont arriv\xE9s en peu de temps.",failure_server:"L\u2019assistant rencontre un probl\xE8me technique.",failure_reply:"La r\xE9ponse est arriv\xE9e ab\xEEm\xE9e.",failure_unreachable:"L\u2019assistant est injoignable pour le moment.",failure_retry:"R\xE9essayer",failure_wait:"Vous pourrez r\xE9essayer \xE0 partir de {time}.",not_delivered:"Sans r\xE9ponse",message_label:"Votre question",send:"Envoyer",too_long:"Veuillez ne pas d\xE9passer {limit} caract\xE8res.",talk_to_staff:"Parler \xE0 l\u2019\xE9quipe",started_again:"Une nouvelle conversation a commenc\xE9.",wiped_everywhere:"La conversation est supprim\xE9e, ici et sur le serveur.",wiped_here:"La conversation est supprim\xE9e dans ce navigateur. Le serveur ne l\u2019a pas encore confirm\xE9\xA0; la suppression y sera tent\xE9e \xE0 nouveau.",saved:"La conversation est enregistr\xE9e dans un fichier texte.",save_heading:"Conversation avec le bot",save_file:"conversation",person:"{name}, personnel",passed_on:"Transmis au personnel",sending:"Envoi\u2026",standing_waiting:"En attente d\u2019une personne du centre. Le bot r\xE9pond toujours entre-temps.",standing_person:"Une personne du centre lit le chat. Le bot ne r\xE9pond qu\u2019aux marques sur la peau et au danger.",contact_heading:"Souhaitez-vous que le personnel vous recontacte plus tard ?",contact_label:"T\xE9l\xE9phone ou adresse e-mail",contact_consent:"Le personnel du centre peut garder cette donn\xE9e pour me recontacter. Elle est effac\xE9e avec la conversation.",contact_send:"La laisser au personnel",contact_change:"Modifier vos coordonn\xE9es",contact_left:"Le personnel a vos coordonn\xE9es.",contact_wrong:"Laissez ici un num\xE9ro de t\xE9l\xE9phone ou une adresse e-mail, et \xE9crivez tout le reste dans le chat, o\xF9 l\u2019on vous r\xE9pond.",contact_failed:"Les coordonn\xE9es ne sont pas parvenues au serveur. Veuillez r\xE9essayer."};var Do={de:hn,en:at,es:mn,fr:fn},Pe={emergency:"escalation_emergency",dermatologist:"escalation_dermatologist",doctor:"escalation_doctor",staff:"escalation_staff"};function gn(t){return Do[t]??at}function x(t,e){return t.replace(/\{(\w+)\}/g,(n,r)=>e[r]??n)}function vn(t,e){let[n="",...r]=t.split(`{${e}}`);return[n,r.join("")]}function yn(t,{locale:e,title:n,words:r}){let o=sn(t,{heading:`${r.save_heading}: ${n} (${r.badge})`,you:r.you,bot:r.bot,person:s=>x(r.person,{name:s}),notDelivered:r.not_delivered,time:s=>pn(s,e),callout:({escalation:s})=>s==="none"?null:r[Pe[s]],source:s=>i(s)});an(o,`${r.save_file}.txt`);function i(s){let a=s.basis==="article"?r.source_article:r.source_policy,l=x(r.reviewed,{date:Le(s.reviewedOn,e)});return`${x(a,{sections:Oe(s)})}. ${l}.`}}var No="(max-width: 480px), (max-height: 480px)",De=class{constructor(e,n){this.element=e;this.dialog=n;this.small=matchMedia(No);this.reopen=()=>{let e=this.dialog();if(e?.open!==!0)return;let n=this.element.shadowRoot?.activeElement;e.close(),this.open(),n instanceof HTMLElement&&n.focus({preventScroll:!0})};this.fit=()=>{let e=this.dialog()?.style;e===void 0||visualViewport===null||(e.setProperty("--screen-height",`${visualViewport.height}px`),e.setProperty("--screen-top",`${visualViewport.offsetTop}px`))};e.addController(this)}hostConnected(){this.small.addEventListener("change",this.reopen),visualViewport?.addEventListener("resize",this.fit),visualViewport?.addEventListener("scroll",this.fit)}hostDisconnected(){this.small.removeEventListener("change",this.reopen),visualViewport?.removeEventListener("resize",this.fit),visualViewport?.removeEventListener("scroll",this.fit)}open(){let e=this.dialog();e===null||e.open||(e.dataset.side=this.side(),this.fit(),this.small.matches?e.showModal():e.show())}close(){this.dialog()?.close()}side(){let e=this.element.getRootNode(),n=e instanceof ShadowRoot?e.host:this.element,{left:r,width:o}=n.getBoundingClientRect();return r+o/2<document.documentElement.clientWidth/2?"left":"right"}};var Ne=class{constructor(){this.known=null}follow(e,n){let{known:r}=this,o=n.filter(s=>r!==null&&!r.has(s.key));this.known=new Set(n.map(s=>s.key)),n.length===0&&r!==null&&r.size>0&&e.scrollTo({top:0});let i=o.find(s=>s.kind!=="question");i!==void 0?xn(e,i,bn()):o.length>0&&e.scrollTo({top:e.scrollHeight,behavior:bn()})}settle(e,n){let r=n.filter(({kind:o})=>o==="question"||o==="desk").at(-1);r!==void 0&&xn(e,r,"instant")}};function xn(t,{key:e},n){let r=t.querySelector(`[data-key="${CSS.escape(e)}"]`);if(r===null)return;let o=r.getBoundingClientRect().top-t.getBoundingClientRect().top-12;t.scrollTo({top:t.scrollTop+o,behavior:n})}function bn(){return matchMedia("(prefers-reduced-motion: no-preference)").matches?"smooth":"instant"}var wn=g`
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
`;var _n=g`
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
`;var $n=g`
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
`;var An=g`
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
`;var Sn=g`
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
`;var kn=g`
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
`;var Tn=g`
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
`;var En=g`
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
`;var Rn=g`
  .standing {
    flex: none;
    background: var(--surface);
  }

  .standing p {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 8px 16px;
    border-top: 1px solid var(--line);
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.35;
  }

  .standing p:empty {
    display: none;
  }

  .standing .icon {
    flex: none;
    width: 20px;
    height: 20px;
  }

  .standing[data-standing="person"] p[role="status"] {
    border-top: 3px solid var(--accent-line);
  }

  .contact {
    border-top: 1px solid var(--line);
    font-size: 0.9375em;
  }

  .contact summary {
    padding: 11px 16px;
    color: var(--accent-text);
    font-weight: 600;
    cursor: pointer;
  }

  .contact summary:focus-visible {
    outline-offset: -3px;
  }

  .contact form {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 8px;
    max-height: 40vh;
    padding: 4px 16px 12px;
    overflow: auto;
  }

  .contact input[type="text"] {
    box-sizing: border-box;
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--control-line);
    border-radius: 10px;
    background: var(--surface);
    color: var(--text);
    font: inherit;
  }

  .consent {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    padding: 4px 0;
    line-height: 1.4;
  }

  .consent input {
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--accent);
  }

  .person-name {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0 0 4px;
    font-size: 0.875em;
    font-weight: 650;
  }

  .person-name .icon,
  .passed-on .icon {
    width: 18px;
    height: 18px;
  }

  .bubble.person {
    border: 2px solid var(--accent-line);
    border-radius: 4px 16px 16px 16px;
    overflow-wrap: anywhere;
  }

  .passed-on {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
`;var Cn=g`
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
`;var Mn=[Cn,Sn,An,kn,Tn,_n,wn,$n,Rn,En];var Uo=/^(inherit|initial|unset|revert|revert-layer|currentcolor)$|\b(var|env|attr)\(|currentcolor/i;function In(t){return!Uo.test(t.trim())&&CSS.supports("color",t)}var On={red:0,green:0,blue:0},Ln={red:255,green:255,blue:255},Dn=4.5,Nn=3;function Un(t){let e=/^(rgba?|color)\((?:srgb )?([^()]+)\)$/.exec(t.trim());if(e===null)return null;let[n,r,o,i]=(e[2]??"").split(/[\s,/]+/).map(Number);if(![n,r,o].every(Number.isFinite)||i===0)return null;let s=e[1]==="color"?255:1;return{red:q((n??0)*s),green:q((r??0)*s),blue:q((o??0)*s)}}function Hn(t){return`#${[t.red,t.green,t.blue].map(e=>e.toString(16).padStart(2,"0")).join("")}`}function Pn(t){return .2126*lt(t.red)+.7152*lt(t.green)+.0722*lt(t.blue)}function ct(t,e){let[n,r]=[Pn(t),Pn(e)].sort((o,i)=>o-i);return(r+.05)/(n+.05)}function dt(t){return ct(Ln,t)>=ct(On,t)?Ln:On}function pt(t,e,n){let r=dt(e);for(let o=0;o<1;o+=.02){let i=Ho(t,r,o);if(ct(i,e)>=n)return i}return r}function Ho(t,e,n){return{red:q(t.red+(e.red-t.red)*n),green:q(t.green+(e.green-t.green)*n),blue:q(t.blue+(e.blue-t.blue)*n)}}function q(t){return Math.min(255,Math.max(0,Math.round(t)))}function lt(t){let e=t/255;return e<=.04045?e/12.92:((e+.055)/1.055)**2.4}var Vo={red:11,green:95,blue:120},zo={light:Dn,dark:6.5},Vn={light:{red:241,green:245,blue:247},dark:{red:36,green:46,blue:53}};function zn(t,e){let n=(e===null?null:Bo(t,e))??Vo,r={"--accent":n,"--on-accent":dt(n)};for(let o of["light","dark"])r[`--accent-text-${o}`]=pt(n,Vn[o],zo[o]),r[`--accent-line-${o}`]=pt(n,Vn[o],Nn);for(let[o,i]of Object.entries(r))t.style.setProperty(o,Hn(i))}function Bo(t,e){if(!In(e))return null;t.style.color=e;let n=`color-mix(in srgb, ${e} 100%, black)`;CSS.supports("color",n)&&(t.style.color=n);let r=Un(getComputedStyle(t).color);return t.style.color="",r}var{I:qo}=Kt,Bn=t=>t;var Wn=t=>t.strings===void 0,qn=()=>document.createComment(""),W=(t,e,n)=>{let r=t._$AA.parentNode,o=e===void 0?t._$AB:e._$AA;if(n===void 0){let i=r.insertBefore(qn(),o),s=r.insertBefore(qn(),o);n=new qo(i,s,t,t.options)}else{let i=n._$AB.nextSibling,s=n._$AM,a=s!==t;if(a){let l;n._$AQ?.(t),n._$AM=t,n._$AP!==void 0&&(l=t._$AU)!==s._$AU&&n._$AP(l)}if(i!==o||a){let l=n._$AA;for(;l!==i;){let c=Bn(l).nextSibling;Bn(r).insertBefore(l,o),l=c}}}return n},P=(t,e,n=t)=>(t._$AI(e,n),t),Wo={},Ue=(t,e=Wo)=>t._$AH=e,Fn=t=>t._$AH,He=t=>{t._$AR(),t._$AA.remove()};var jn=B(class extends L{constructor(t){if(super(t),t.type!==M.PROPERTY&&t.type!==M.ATTRIBUTE&&t.type!==M.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Wn(t))throw Error("`live` bindings can only contain a single expression")}render(t){return t}update(t,[e]){if(e===b||e===u)return e;let n=t.element,r=t.name;if(t.type===M.PROPERTY){if(e===n[r])return b}else if(t.type===M.BOOLEAN_ATTRIBUTE){if(!!e===n.hasAttribute(r))return b}else if(t.type===M.ATTRIBUTE&&n.getAttribute(r)===e+"")return b;return Ue(t),e}});function $(t){return d`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${t}</svg>`}var Gn=$(_`<path d="M6 6l12 12M18 6L6 18" />`),Ve=$(_`<path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5" /><path d="M6.5 2.5v4.3h4.3" />`),Qn=$(_`<path d="M12 4v11M7.5 10.8 12 15.3l4.5-4.5M5 19.5h14" />`),Kn=$(_`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.3 11v4.8M13.7 11v4.8" />`),Yn=$(_`<path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" />`),Jn=$(_`<path d="M7.5 11v8.5H4V11zM7.5 11l4-7c1.5 0 2.4 1.1 2.2 2.5L13.2 10h5.1c1.1 0 1.9 1 1.7 2.1l-1.1 5.8c-.2.9-1 1.6-1.9 1.6H7.5" />`),Zn=$(_`<path d="M7.5 13V4.5H4V13zM7.5 13l4 7c1.5 0 2.4-1.1 2.2-2.5L13.2 14h5.1c1.1 0 1.9-1 1.7-2.1l-1.1-5.8c-.2-.9-1-1.6-1.9-1.6H7.5" />`),Xn=$(_`<rect x="8.5" y="8.5" width="11" height="11" rx="2" /><path d="M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2" />`),er=$(_`<path d="M6.2 4h3l1.5 4-2 1.6a12 12 0 0 0 5.7 5.7l1.6-2 4 1.5v3c0 1-.9 1.8-1.9 1.7C10.8 18.9 5.1 13.2 4.5 5.9 4.4 4.9 5.2 4 6.2 4z" />`),T=$(_`<path d="M4.5 14v-2a7.5 7.5 0 0 1 15 0v2M4.5 13.5h3v5h-1a2 2 0 0 1-2-2zM19.5 13.5h-3v5h1a2 2 0 0 0 2-2zM17.5 18.5c0 1.5-1.5 2.5-4 2.5" />`),tr=$(_`<path d="M6.5 3.5H5v5.2a4.5 4.5 0 0 0 9 0V3.5h-1.5M9.5 13.2v2.3a4.5 4.5 0 0 0 9 0v-2" /><circle cx="18.5" cy="11.5" r="2" />`),nr=$(_`<circle cx="10.5" cy="10.5" r="6.5" /><path d="M15.3 15.3 20.5 20.5" /><circle cx="10.5" cy="10.5" r="1.6" fill="currentColor" />`),rr=$(_`<path d="M12 3.5 22 20.5H2zM12 10v4.8M12 17.4v.4" />`),F=$(_`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5v5.2M12 15.9v.4" />`),or=$(_`<path d="M5.5 4h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H12l-4.5 3.5V17h-2a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z" /><path d="M12 7v7M9 8.7l6 3.6M15 8.7l-6 3.6" />`);function ir({actions:t,installation:e,words:n},r){let o=e.messageCharacters,i=Re(r),s=i>o;return d`<form class="composer" @submit=${a=>sr(a,t.submit)}>
    ${s?d`<p class="too-long" id="too-long" role="alert">
          ${x(n.too_long,{limit:String(o)})} <span aria-hidden="true">${i}/${o}</span>
        </p>`:u}
    <div class="field">
      <label class="hidden" for="message">${n.message_label}</label>
      <textarea
        id="message"
        rows="1"
        autocomplete="off"
        enterkeyhint="send"
        placeholder=${n.message_label}
        aria-invalid=${s?"true":"false"}
        aria-describedby=${s?"too-long":u}
        .value=${jn(r)}
        @input=${a=>t.write(a.target.value)}
        @keydown=${a=>Fo(a,t.submit)}
      ></textarea>
      <button type="submit" class="send" aria-label=${n.send} title=${n.send} ?disabled=${s}>
        ${Yn}
      </button>
    </div>
  </form>`}function sr(t,e){t.preventDefault(),e()}function Fo(t,e){t.key!=="Enter"||t.shiftKey||t.isComposing||sr(t,e)}function ar(t){t.style.height="auto";let e=t.offsetHeight-t.clientHeight;t.style.height=`${t.scrollHeight+e}px`}function j(t,e,n){return d`<button type="button" class="tool" aria-label=${t} title=${t} @click=${n}>${e}</button>`}function lr({actions:t,words:e},n){return d`<footer class="footer" role="none">
    ${n==="assistant"?j(e.start_again,Ve,t.startAgain):u}
    ${j(e.save,Qn,t.save)} ${j(e.wipe,Kn,t.wipe)}
    <button type="button" class="to-staff" @click=${t.talkToStaff}>
      ${T}<span>${e.talk_to_staff}</span>
    </button>
  </footer>`}function cr({actions:t,closable:e,title:n,words:r}){return d`<header class="header" role="none">
    <span class="mark">${or}</span>
    <div class="names">
      <h2 class="title">${n}</h2>
      <p class="badge">${r.badge}</p>
    </div>
    ${e?j(r.close,Gn,t.close):u}
  </header>`}var dr=(t,e,n)=>{let r=new Map;for(let o=e;o<=n;o++)r.set(t[o],o);return r},pr=B(class extends L{constructor(t){if(super(t),t.type!==M.CHILD)throw Error("repeat() can only be used in text expressions")}dt(t,e,n){let r;n===void 0?n=e:e!==void 0&&(r=e);let o=[],i=[],s=0;for(let a of t)o[s]=r?r(a,s):s,i[s]=n(a,s),s++;return{values:i,keys:o}}render(t,e,n){return this.dt(t,e,n).values}update(t,[e,n,r]){let o=Fn(t),{values:i,keys:s}=this.dt(e,n,r);if(!Array.isArray(o))return this.ut=s,i;let a=this.ut??(this.ut=[]),l=[],c,h,p=0,m=o.length-1,f=0,y=i.length-1;for(;p<=m&&f<=y;)if(o[p]===null)p++;else if(o[m]===null)m--;else if(a[p]===s[f])l[f]=P(o[p],i[f]),p++,f++;else if(a[m]===s[y])l[y]=P(o[m],i[y]),m--,y--;else if(a[p]===s[y])l[y]=P(o[p],i[y]),W(t,l[y+1],o[p]),p++,y--;else if(a[m]===s[f])l[f]=P(o[m],i[f]),W(t,o[p],o[m]),m--,f++;else if(c===void 0&&(c=dr(s,f,y),h=dr(a,p,m)),c.has(a[p]))if(c.has(a[m])){let E=h.get(s[f]),We=E!==void 0?o[E]:null;if(We===null){let ht=W(t,o[p]);P(ht,i[f]),l[f]=ht}else l[f]=P(We,i[f]),W(t,o[p],We),o[E]=null;f++}else He(o[m]),m--;else He(o[p]),p++;for(;f<=y;){let E=W(t,l[y+1]);P(E,i[f]),l[f++]=E}for(;p<=m;){let E=o[p++];E!==null&&He(E)}return this.ut=s,Ue(t,l),b}});function ur(t){let e=t.replace(/\D/g,"");return e===""?null:`tel:${/^\D*\+/.test(t)?"+":""}${e}`}function G({installation:t,words:e}){let n=ur(t.emergencyNumber);if(n===null)return u;let r=x(e.call,{number:t.emergencyNumber});return d`<a class="call" href=${n}>${er}<span>${r}</span></a>`}var jo={emergency:rr,dermatologist:nr,doctor:tr,staff:T};function hr(t,{escalation:e,id:n},r){if(e==="none")return d`<div class="bubble">${r}</div>`;let o=`callout-${n}`;return d`<div class="bubble callout ${e}" role="group" aria-labelledby=${o}>
    <h4 class="callout-heading" id=${o}>
      ${jo[e]}<span>${t.words[Pe[e]]}</span>
    </h4>
    ${e==="emergency"?G(t):u} ${r}
  </div>`}var ut=t=>t??u;function ze(t,e,n){let{actions:r,words:o}=t,i=n.labelledBy===void 0?o.replies_label:void 0;return d`<div
    class="chips ${n.latest?"":"past"}"
    role="group"
    aria-label=${ut(i)}
    aria-labelledby=${ut(n.labelledBy)}
  >
    ${e.map(s=>d`<button
          type="button"
          class="chip"
          lang=${n.language}
          data-payload=${s.payload}
          @click=${()=>r.press(s)}
        >
          ${s.title}
        </button>`)}
  </div>`}function Be(t){let{installation:e,words:n}=t;return d`<div class="safety-note" role="note">
    <p>${F}<span>${x(n.safety_note,{number:e.emergencyNumber})}</span></p>
    ${G(t)}
  </div>`}function mr({locale:t,words:e},n){let r=x(e.reviewed,{date:Le(n.reviewedOn,t)});return d`<p class="source">
    <span>${n.basis==="article"?Go(e.source_article,n):e.source_policy}</span>
    <span>${r}</span>
  </p>`}function Go(t,e){let[n,r]=vn(t,"sections");return d`${n}<span lang=${e.language}>${Oe(e)}</span>${r}`}function Q(t,e){return d`<time class="time" datetime=${new Date(t).toISOString()}>${cn(t,Date.now(),e)}</time>`}var Qo=["unclear","out-of-scope","not-covered"];function gr(t,e,n){let{actions:r,language:o,locale:i,words:s}=t,{id:a,rating:l}=e,c=e.language!==o&&Qo.includes(e.guidanceId),h=d`<p class="text" lang=${e.language} dir="ltr">${e.text}</p>`;return d`<article
    class="message answer"
    data-kind="answer"
    data-key=${a}
    data-guidance-id=${e.guidanceId}
    data-escalation=${e.escalation}
  >
    <h3 class="hidden">${s.bot}</h3>
    ${hr(t,e,h)} ${c?Be(t):u} ${mr(t,e)}
    <div class="about">
      ${Q(e.at,i)}
      <span class="answer-tools">
        ${fr(s.helpful,Jn,l==="helpful",()=>r.rate(a,!0))}
        ${fr(s.not_helpful,Zn,l==="not-helpful",()=>r.rate(a,!1))}
        <button
          type="button"
          class="tool small"
          aria-label=${s.copy}
          title=${s.copy}
          @click=${()=>r.copy(e.text)}
        >
          ${Xn}
        </button>
      </span>
    </div>
    ${e.buttons.length>0?ze(t,e.buttons,{language:e.language,latest:n}):u}
  </article>`}function fr(t,e,n,r){return d`<button
    type="button"
    class="tool small"
    aria-label=${t}
    aria-pressed=${n?"true":"false"}
    title=${t}
    @click=${r}
  >
    ${e}
  </button>`}function vr(t,e,n){let{locale:r,words:o}=t,{author:i,language:s,text:a}=n,l=i===null?d`<h3 class="hidden">${o.bot}</h3>
          <div class="bubble callout staff"><p class="text" lang=${s??t.language} dir="ltr">${a}</p></div>`:d`<h3 class="person-name" dir="auto">${T}<span>${x(o.person,{name:i})}</span></h3>
          <div class="bubble person"><p class="text" dir="auto">${a}</p></div>`;return d`<article
    class="message answer"
    data-kind="desk"
    data-key=${e}
    data-author=${i===null?"notice":"person"}
  >
    ${l}
    <div class="about">${Q(n.at,r)}</div>
  </article>`}function qe(t,e){return br(t,e)??{language:e,content:""}}function yr(t,e){return br(t.topics,e)??{language:e,content:[]}}function xr(t,e){return e in t.unavailable}function br(t,e){for(let n of[e,"en",...Object.keys(t)]){let r=t[n];if(r!==void 0)return{language:n,content:r}}return null}var Ko={offline:"failure_offline",timeout:"failure_timeout",limit:"failure_limit",server:"failure_server",reply:"failure_reply",unreachable:"failure_unreachable"};function wr(t,e,n,r){let{actions:o,locale:i,words:s}=t,a=n.failure??"server",l=n.retryAt!==null&&n.retryAt>Date.now()?n.retryAt:null;return d`<article
    class="message failure"
    data-kind="failure"
    data-key=${e}
    data-reason=${a}
  >
    <div class="bubble callout failed">
      <div role="alert">
        <h3 class="callout-heading">${F}<span>${s.failure_heading}</span></h3>
        <p>
          ${s[Ko[a]]}
          ${l===null?u:x(s.failure_wait,{time:dn(l,i)})}
        </p>
        ${r?Yo(t):u}
      </div>
      <div class="failure-actions">
        ${r?G(t):u}
        <button type="button" class="retry" ?disabled=${l!==null} @click=${()=>o.retry(n.id)}>
          ${Ve}<span>${s.failure_retry}</span>
        </button>
      </div>
    </div>
  </article>`}function Yo({installation:t,language:e}){let{content:n,language:r}=qe(t.approved.unavailable,e);return d`<p class="text" lang=${r} dir="ltr">${n}</p>`}function _r(t,e){let{installation:n,language:r,locale:o,words:i}=t,{approved:s}=n,a=yr(s,r),l=x(i.privacy,{time:un(n.keepHours,o),wipe:i.wipe});return d`<section class="greeting">
    <p class="intro" id="intro">${i.intro}</p>
    ${xr(s,r)?u:d`<div class="language-notice">
          <p>${i.guidance_language}</p>
          ${Be(t)}
        </div>`}
    ${s.greeting.map(c=>{let{content:h,language:p}=qe(c,r);return d`<p class="bubble" lang=${p} dir="ltr">${h}</p>`})}
    ${a.content.length===0?u:d`<h3 class="topics-heading" id="topics">${i.topics_heading}</h3>
          ${ze(t,a.content,{language:a.language,latest:e,labelledBy:"topics"})}`}
    <p class="privacy">${l}</p>
  </section>`}function $r({locale:t,words:e},n,r,o){return d`<article
    class="message question"
    data-kind="question"
    data-key=${n}
    data-state=${r.state}
  >
    <h3 class="hidden">${e.you}</h3>
    <p class="bubble" dir="auto">${r.text}</p>
    <p class="about">
      ${r.state==="failed"?d`<span class="not-delivered">${F}${e.not_delivered}</span>`:u}
      ${o?d`<span class="passed-on">${T}${e.passed_on}</span>`:u}
      ${Q(r.at,t)}
    </p>
  </article>`}function Ar(t,e,n,r){let{words:o}=t;return d`<div
    class="log"
    role="log"
    aria-live=${r?"polite":"off"}
    aria-label=${o.log_label}
    tabindex="0"
  >
    ${_r(t,e.length===0)}
    ${pr(e,i=>i.key,i=>Jo(t,i))}
    <div class="typing" role="status">
      ${n?d`<span class="dots" aria-hidden="true"><span></span><span></span><span></span></span>
            <span>${n}</span>`:""}
    </div>
  </div>`}function Jo(t,e){switch(e.kind){case"question":return $r(t,e.key,e.question,e.passedOn);case"answer":return gr(t,e.answer,e.latest);case"desk":return vr(t,e.key,e.message);case"failure":return wr(t,e.key,e.question,e.latest)}}var Zo=200,Xo=5;function kr(t,e,n){let{words:r}=t,o=n==="left"&&e!=="assistant",i={assistant:"",waiting:r.standing_waiting,person:r.standing_person}[e];return d`<div class="standing" data-standing=${e}>
    <p role="status">${i===""?u:d`${T}<span>${i}</span>`}</p>
    <p role="status" class="contact-left">${o?r.contact_left:u}</p>
    ${o?d`<div>${Sr(t,r.contact_change)}</div>`:u}
    ${n==="possible"?Sr(t,r.contact_heading):u}
  </div>`}function Sr({actions:t,words:e},n){return d`<details class="contact">
    <summary>${n}</summary>
    <form @submit=${r=>{ei(r,t)}}>
      <label for="contact">${e.contact_label}</label>
      <input
        id="contact"
        name="contact"
        type="text"
        required
        minlength=${Xo}
        maxlength=${Zo}
        autocomplete="tel"
        dir="auto"
      />
      <label class="consent"><input name="consent" type="checkbox" required /> <span>${e.contact_consent}</span></label>
      <button type="submit" class="retry"><span>${e.contact_send}</span></button>
    </form>
  </details>`}async function ei(t,e){t.preventDefault();let n=t.target,r=new FormData(n).get("contact");typeof r!="string"||r.trim()===""||await e.leaveContact(r.trim())&&(n.reset(),n.closest("details")?.removeAttribute("open"))}var ti=500,K=class extends O{constructor(n,r){super();this.options=n;this.conversation=r;this.notices=new Me(this);this.clock=new Ie(this);this.screen=new De(this,()=>this.find("dialog.frame"));this.scrolling=new Ne;this.entries=[];this.announced=!1;this.introduced=!1;this.changes=0;this.changed=()=>{this.entries=on(this.conversation.messages),this.clock.watch(this.entries,this.changed),this.changes+=1,this.requestUpdate()};this.cancelled=n=>{n.preventDefault(),this.leave()};this.pressed=n=>{n.key!=="Escape"||n.isComposing||n.defaultPrevented||(n.preventDefault(),this.leave())};new Ce(this,()=>r.catchUp());let{installation:o,language:i,placement:s,server:a,title:l}=n,c=gn(i);this.draft=new Ee(a);let h=nn({conversation:r,installation:o,words:c,draft:this.draft,say:p=>this.notices.say(p),redraw:()=>this.requestUpdate(),focusField:()=>this.focusOn("textarea"),focusLog:()=>this.focusOn(".log"),frame:()=>this.find(".frame")??this,save:()=>yn(r.messages,this.scene),close:()=>this.leave()});this.scene={actions:h,installation:o,language:i,words:c,locale:ln(i,navigator.languages),title:l??c.title,closable:s==="floating"}}connectedCallback(){super.connectedCallback(),this.setAttribute("placement",this.options.placement),zn(this,this.options.color),this.conversation.addEventListener("change",this.changed),this.changed()}disconnectedCallback(){super.disconnectedCallback(),this.conversation.removeEventListener("change",this.changed)}async open(){this.conversation.catchUp(),await this.updateComplete,this.screen.open(),this.settle(),this.focusOn("textarea")}close(){this.screen.close(),this.announced=!1,this.introduced=!0,this.changed()}render(){let{announced:n,conversation:r,entries:o,options:i,scene:s}=this,a=d`${cr(s)}
      ${Jt([this.changes,n],()=>Ar(s,o,this.progress(),n))}
      ${kr(s,r.standing,r.contact)}
      <p class="notice" role="status">${this.notices.text}</p>
      ${ir(s,this.draft.text)} ${lr(s,r.standing)}`;if(i.placement==="inline")return d`<section class="frame" aria-label=${s.title} lang=${s.language} dir="ltr">
        ${a}
      </section>`;let l=this.introduced||o.length>0?u:"intro";return d`<dialog
      class="frame"
      aria-label=${s.title}
      aria-describedby=${l}
      lang=${s.language}
      dir="ltr"
      @cancel=${this.cancelled}
      @keydown=${this.pressed}
    >
      ${a}
    </dialog>`}progress(){let{conversation:n,scene:r}=this;return n.waiting?n.standing==="person"?r.words.sending:r.words.typing:""}firstUpdated(){this.options.placement==="inline"&&this.settle()}updated(n){let r=this.find(".log"),o=this.find("textarea");r!==null&&this.scrolling.follow(r,this.entries),o!==null&&ar(o)}leave(){this.close(),this.options.onClose()}settle(){let n=this.find(".log");n!==null&&this.scrolling.settle(n,this.entries),setTimeout(()=>{this.announced=!0,this.requestUpdate()},ti)}focusOn(n){this.find(n)?.focus({preventScroll:!0})}find(n){return this.renderRoot.querySelector(n)}};K.styles=Mn;customElements.define("cryobot-chat-panel",K);var cd=(t,e)=>{let n=Mt(e.installation,e.server);n.addEventListener("answer",o=>{let{escalation:i,guidanceId:s}=o.detail;e.onEvent({name:"answer",guidanceId:s,escalation:i})}),n.addEventListener("failure",o=>{e.onEvent({name:"failure",reason:o.detail.reason})}),n.addEventListener("staff",()=>e.onEvent({name:"staff"}));let r=new K(e,n);return t.append(r),{open:()=>{r.open()},close:()=>r.close(),send:o=>{n.ask(o)},remove(){r.remove(),n.dispose()}}};export{cd as mount};
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
